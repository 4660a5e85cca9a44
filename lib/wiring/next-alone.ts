import { startRefusal } from '#lib/core/start-refusal.ts';
import { readEnvironment } from '#lib/env.ts';
import { createLog } from '#lib/log.ts';
import { installWiring } from '#lib/wiring.ts';
import { buildWiring } from './build.ts';
import { readMasterKey } from './open-secrets.ts';

/**
 * For a host that runs Next without `server.ts`: a web node that takes requests and shows pages.
 * Runs are made by the workers on the same database, which also keep its schema up to date.
 */
export async function wireNextAlone(): Promise<void> {
  const environment = { ...readEnvironment(), HOOKLINE_ROLE: 'web' as const };
  const connectionString = environment.DATABASE_URL;
  if (!connectionString) {
    throw startRefusal(
      'Next alone has no built-in database: set DATABASE_URL and HOOKLINE_SECRET, or start with npm start.',
    );
  }
  const wiring = buildWiring({
    environment,
    log: createLog(environment.HOOKLINE_LOG_LEVEL),
    database: { connectionString },
    secret: await readMasterKey(environment),
  });
  try {
    for (const service of wiring.services) await service.start?.();
  } catch (cause) {
    throw (cause as { code?: string }).code === undefinedTable ? noSchema : cause;
  }
  installWiring(wiring);
}

const undefinedTable = '42P01';
const noSchema = startRefusal(
  'This database holds no Hookline yet: run a worker on it once (HOOKLINE_ROLE=worker npm start), which makes the tables and then runs the workflows.',
);
