/**
 * What people feel of the screens, in a real Chromium over a production build:
 *   npm run bench:ui [-- --only canvas|inspector|script] [--rounds 5] [--seconds 3] [--steps 300,500]
 *                    [--rate 500] [--flood 30] [--profile FOLDER] [--detail]
 * `canvas`: a workflow of so many steps is panned and one of its steps dragged, with all of it in
 * sight and at 100 %. Frames are those the page drew in which something had moved; medians of rounds;
 * the longest task of all rounds. `inspector`: an endpoint's requests are looked at while so many a
 * second arrive for so many seconds: the median second, the worst one, and the heap after a forced
 * garbage collection against that before. `script`: all JavaScript of a cold load, gzipped here,
 * whatever the server does. `--profile` keeps CPU profiles for the browser's own tools.
 * Says each figure with what it must be and what we aim at, and ends with 1 where a must isn't held.
 * Frames come at most 60 times a second, and a busy machine draws fewer: let it rest meanwhile.
 */
import { parseArgs } from 'node:util';
import { pages } from '../scripts/suites/pages.mjs';
import { measureCanvas } from './ui/canvas.ts';
import { holds, lineOf, type Report } from './ui/figure.ts';
import { measureInspector } from './ui/inspector.ts';
import { measureScript } from './ui/script.ts';
import { openStage, type Stage } from './ui/stage.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '300,500' },
    rate: { type: 'string', default: '500' },
    flood: { type: 'string', default: '30' },
    profile: { type: 'string' },
    detail: { type: 'boolean', default: false },
  },
});

let missed = 0;
const report: Report = (figure) => {
  if (!holds(figure)) missed += 1;
  console.log(lineOf(figure));
};

const parts: Record<string, (stage: Stage) => Promise<void>> = {
  script: (stage) => measureScript(stage, { detail: values.detail, report }),
  canvas: async (stage) => {
    for (const steps of values.steps.split(',').map(Number)) {
      const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
      await measureCanvas(stage, { steps, rounds, seconds, report });
    }
  },
  inspector: (stage) =>
    measureInspector(stage, {
      perSecond: Number(values.rate),
      seconds: Number(values.flood),
      report,
    }),
};

const chosen = Object.entries(parts).filter(([name]) => !values.only || name === values.only);
if (chosen.length === 0) throw new Error(`There is no part "${values.only}".`);
if ((await pages.run()).failed > 0) process.exit(1);
const stage = await openStage(values.profile);
try {
  for (const [, measure] of chosen) await measure(stage);
} finally {
  await stage.close();
}
console.log(missed === 0 ? '\nevery must is held' : `\nmusts that are not held: ${missed}`);
process.exit(missed === 0 ? 0 : 1);
