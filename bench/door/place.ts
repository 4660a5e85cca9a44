import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedPostgres } from '#lib/adapters/db/embedded-postgres.ts';
import { createPool, type Pool, type PoolConfig } from '#lib/adapters/db/pool.ts';
import { SecretBox } from '#lib/adapters/secrets/secret-box.ts';
import { uuidv7 } from '#lib/core/ids.ts';
import { prepareDatabase } from '#lib/wiring/prepare-database.ts';

export type Place = {
  database: PoolConfig;
  secret: string;
  /** The request's text before and after its delivery id. */
  before: string;
  after: string;
  postmaster: number;
  stop(): Promise<void>;
};

const signingSecret = 'It is a secret to everybody';

/** The built-in PostgreSQL, durable as in earnest, and an endpoint as people have them. */
export async function preparePlace(): Promise<Place> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hookline-bench-'));
  const postgres = new EmbeddedPostgres({
    dataFolder,
    say: () => {},
    onFatal: (cause) => {
      throw cause;
    },
  });
  await postgres.start();
  const database = postgres.config;
  await prepareDatabase(database, resolve('prisma'));
  const pool = createPool({ ...database, max: 2 });
  const secret = randomBytes(32).toString('base64');
  const token = await makeEndpoint(pool, new SecretBox({ current: secret }));
  const postmaster = await pool.query<{ pid: number }>(
    `SELECT (regexp_split_to_array(pg_read_file('postmaster.pid'), '\\n'))[1]::int AS pid`,
  );
  await pool.end();
  return {
    database,
    secret,
    ...delivery(token),
    postmaster: postmaster.rows[0]?.pid ?? 0,
    async stop() {
      await postgres.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** GitHub verification, duplicates told apart, and a live workflow that listens. */
async function makeEndpoint(pool: Pool, box: SecretBox): Promise<string> {
  const id = () => uuidv7(Date.now(), randomBytes(10));
  const [workspace, workflow, endpoint, secretId] = [id(), id(), id(), id()];
  const token = randomBytes(24).toString('base64url');
  await pool.query(`INSERT INTO workspace (id, name) VALUES ($1, 'Bench')`, [workspace]);
  await pool.query(
    `INSERT INTO workflow (id, workspace_id, name, graph, live_version) VALUES ($1, $2, 'Bench', '{}', 1)`,
    [workflow, workspace],
  );
  await pool.query(
    `INSERT INTO endpoint (id, workspace_id, name, config) VALUES ($1, $2, 'Bench', $3)`,
    [endpoint, workspace, { verification: { scheme: 'github' } }],
  );
  await pool.query('INSERT INTO endpoint_token (hash, endpoint_id, sealed) VALUES ($1, $2, $3)', [
    box.tokenHash(token),
    endpoint,
    'unused',
  ]);
  await pool.query(
    `INSERT INTO endpoint_secret (id, endpoint_id, sealed, hint) VALUES ($1, $2, $3, 'body')`,
    [secretId, endpoint, box.seal(signingSecret, { table: 'endpoint_secret', id: secretId })],
  );
  await pool.query(
    `INSERT INTO live_trigger (endpoint_id, workflow_id, node_id) VALUES ($1, $2, 'hook')`,
    [endpoint, workflow],
  );
  return token;
}

function delivery(token: string): { before: string; after: string } {
  const body = JSON.stringify(issueOpened());
  const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
  const head = [
    `POST /hooks/${token} HTTP/1.1`,
    'Host: hooks.example',
    'Accept: */*',
    'Content-Type: application/json',
    'User-Agent: GitHub-Hookshot/044aadd',
    'X-GitHub-Event: issues',
    'X-GitHub-Hook-ID: 292430182',
    'X-GitHub-Hook-Installation-Target-ID: 79929171',
    'X-GitHub-Hook-Installation-Target-Type: repository',
    `X-Hub-Signature-256: sha256=${signature}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'X-GitHub-Delivery: ',
  ];
  return { before: head.join('\r\n'), after: `\r\n\r\n${body}` };
}

/** About 1 KB, in the shape of GitHub's. */
function issueOpened(): object {
  const user = { login: 'octocat', id: 583231, type: 'User', site_admin: false };
  return {
    action: 'opened',
    issue: {
      url: 'https://api.example/repos/octocat/hello/issues/1347',
      id: 73464126,
      number: 1347,
      title: 'Found a bug',
      user,
      labels: [{ id: 208045946, name: 'bug', color: 'f29513', default: true }],
      state: 'open',
      comments: 0,
      created_at: '2026-04-22T13:33:48Z',
      body: 'I am having a problem with this. '.repeat(8),
    },
    repository: {
      id: 1296269,
      name: 'hello',
      full_name: 'octocat/hello',
      private: false,
      owner: user,
    },
    sender: user,
  };
}
