import { installedWiring } from '#lib/wiring.ts';

/** Next calls this once before it serves. Behind `server.ts` everything is wired by then. */
export async function register(): Promise<void> {
  if (installedWiring() || process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { wireNextAlone } = await import('#lib/wiring/next-alone.ts');
  await wireNextAlone();
}
