import { join } from 'node:path';
import { root, run } from './shell.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const clientStamp = 'lib/adapters/db/generated/.stamp';
const clientSources = [
  'prisma/schema.prisma',
  'prisma.config.ts',
  'node_modules/prisma/package.json',
];

/** What Next reads to build; tests and what is generated don't count. */
const pageSources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];
const notASource = (path) => /\.test\.tsx?$|^lib\/adapters\/db\/generated$/.test(path);

export function isClientMade() {
  return readStamp(clientStamp) === hashOf(clientSources);
}

export async function makeClient() {
  await run('Making the database client (prisma generate)', {
    file: process.execPath,
    args: [join(root, 'node_modules/prisma/build/index.js'), 'generate'],
    env: {
      // Generating needs no engine, but Prisma would download one unless it is told of some program.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
  writeStamp(clientStamp, hashOf(clientSources));
}

export function arePagesBuilt(distFolder = '.next') {
  return readStamp(`${distFolder}/hookline-stamp`) === hashOf(pageSources, notASource);
}

export async function buildPages(distFolder = '.next') {
  // Taken before: what changes during the build is built next time.
  const stamp = hashOf(pageSources, notASource);
  await run('Building the pages (next build)', {
    file: process.execPath,
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', HOOKLINE_DIST: distFolder },
  });
  writeStamp(`${distFolder}/hookline-stamp`, stamp);
}
