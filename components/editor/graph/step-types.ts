import { stepTypeHelp, stepTypeName } from '#components/steps/step-words.ts';
import type { Text } from '#lib/i18n/text.ts';
import { nodeDefinitions } from '#lib/nodes/definitions.ts';

/** A type that can be added. `words`: in small letters, what it is found by; its English name is one. */
export type StepType = { type: string; label: string; help: string; words: string };

/** In the palette's order. */
export function stepTypes(text: Text): StepType[] {
  return Object.values(nodeDefinitions).map(({ type, label: english }) => {
    const [label, help] = [stepTypeName(type, text), stepTypeHelp(type, text)];
    return { type, label, help, words: `${label} ${help} ${english}`.toLowerCase() };
  });
}
