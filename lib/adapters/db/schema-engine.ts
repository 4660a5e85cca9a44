import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { PoolConfig } from './pool.ts';

type Glue = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/**
 * Prisma's schema engine as WebAssembly. Its command line tool would download a native one, which
 * a machine without internet can't. The package expects a bundler to load the `.wasm` file, so the
 * loading is done by hand, the way its own entry file does it.
 */
export async function openSchemaEngine(
  database: PoolConfig,
  datamodel: string,
): Promise<SchemaEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)) as Glue;
  const program = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const { exports } = new WebAssembly.Instance(program, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(database));
  return glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    adapter,
  );
}

/**
 * Prisma's adapter cuts a script at every semicolon, those in comments and functions too, and runs
 * each piece by itself. PostgreSQL takes the script whole and, in one transaction, undoes it whole.
 */
class WholeScripts extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}
