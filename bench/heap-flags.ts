import { readFileSync } from 'node:fs';

const file = new URL('../package.json', import.meta.url);
const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } };

/** What `npm start` tells Node of its heap: without it a bench would measure another server. */
export const heapFlags: readonly string[] = scripts.start.match(/--[a-z-]+=\d+/g) ?? [];
