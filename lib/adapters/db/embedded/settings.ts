/**
 * For a small machine: most of the memory is touched only when needed, few processes stand by, and
 * nothing that keeps an answered request on disk is relaxed. `custom.conf` beside it has the last word.
 * No lz4: these binaries are built without it, and pglz costs the door more than it saves.
 */
export function postgresSettings(options: { durable: boolean; custom: boolean }): string {
  const settings: Record<string, string> = {
    max_connections: '80',
    superuser_reserved_connections: '3',
    shared_buffers: '96MB',
    huge_pages: 'off',
    work_mem: '4MB',
    maintenance_work_mem: '64MB',
    // 40 days of partitions in one query take a lock each.
    max_locks_per_transaction: '256',
    // PostgreSQL 18 would keep three processes for reading alone.
    io_method: 'sync',
    max_worker_processes: '2',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    max_logical_replication_workers: '0',
    wal_level: 'minimal',
    max_wal_senders: '0',
    fsync: options.durable ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: options.durable ? 'on' : 'off',
    wal_buffers: '8MB',
    min_wal_size: '80MB',
    max_wal_size: '1GB',
    checkpoint_timeout: '10min',
    jit: 'off',
    autovacuum: 'on',
    autovacuum_max_workers: '2',
    autovacuum_naptime: '30s',
    // A killed server's long statement ends with it.
    client_connection_check_interval: '5s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
    log_min_messages: 'warning',
    log_line_prefix: '%m ',
  };
  // On macOS an ordinary fsync stops at the drive's own cache.
  if (process.platform === 'darwin') settings.wal_sync_method = 'fsync_writethrough';
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
  return [
    '# Written anew at every start. Put your own settings into custom.conf beside this file.',
    ...lines,
    options.custom ? "include = 'custom.conf'" : '',
    '',
  ].join('\n');
}
