import { conditionSentence } from '#components/conditions/condition-sentence.ts';
import { portLabel } from '#components/steps/step-words.ts';
import { valueText } from '#components/value-text.ts';
import { type Operator, operatorIds } from '#lib/core/expression/operators.ts';
import type { StepChange } from '#lib/core/graph/compare-graphs.ts';
import type { FieldChange } from '#lib/core/graph/compare-values.ts';
import { isJsonObject, type Json } from '#lib/core/json.ts';
import type { Text, TextKey } from '#lib/i18n/text.ts';

const plain: Readonly<Record<string, TextKey>> = {
  name: 'versions.field.name',
  type: 'versions.field.type',
  disabled: 'versions.field.disabled',
  note: 'versions.field.note',
  'retry.attempts': 'versions.field.tries',
  'retry.baseSeconds': 'versions.field.pause',
  'retry.maxSeconds': 'versions.field.maxPause',
  'settings.method': 'panel.http.method',
  'settings.url': 'panel.http.url',
  'settings.connectionId': 'panel.http.auth',
  'settings.body': 'panel.http.body',
  'settings.body.type': 'panel.http.body',
  'settings.body.value': 'panel.http.body',
  'settings.body.text': 'panel.http.body',
  'settings.headers': 'panel.http.headers',
  'settings.query': 'panel.http.query',
  'settings.timeoutSeconds': 'panel.http.timeout',
  'settings.responseType': 'panel.http.response',
  'settings.maxResponseBytes': 'panel.http.max',
  'settings.followRedirects': 'panel.http.redirects',
  'settings.status': 'panel.respond.status',
  'settings.as': 'panel.stop.as',
  'settings.message': 'panel.stop.message',
  'settings.mode': 'panel.set.mode',
  'settings.onto': 'panel.set.onto',
  'settings.days': 'panel.delay.days',
  'settings.hours': 'panel.delay.hours',
  'settings.minutes': 'panel.delay.minutes',
  'settings.seconds': 'panel.delay.seconds',
  'settings.until': 'panel.delay.until',
  'settings.events': 'panel.hook.events',
  'settings.endpointIds': 'panel.hook.endpoints',
  'settings.all': 'condition.all.of',
  'settings.any': 'condition.any.of',
};

/** The first that fits. The named groups are the values of the text; `index` counts from 0. */
const patterns: readonly { pattern: RegExp; key: TextKey }[] = [
  { pattern: /^settings\.headers\.(?<name>.+)$/, key: 'versions.field.header' },
  { pattern: /^settings\.query\.(?<name>.+)$/, key: 'versions.field.query' },
  { pattern: /^settings\.body\.(?:value|fields)\.(?<name>.+)$/, key: 'versions.field.body' },
  { pattern: /^settings\.cases\.(?<index>\d+)\.when\b/, key: 'versions.field.caseCondition' },
  { pattern: /^settings\.cases\.(?<index>\d+)/, key: 'versions.field.case' },
  { pattern: /^settings\.(?:all|any)\.(?<index>\d+)/, key: 'versions.field.condition' },
];

/** What a changed field is called in the settings of its step. */
export function fieldLabel(field: string, { node }: StepChange, text: Text): string {
  if (field.startsWith('wires.')) {
    return text('versions.field.leads', {
      port: portLabel(node, field.slice('wires.'.length), text),
    });
  }
  const known = plain[field];
  if (known) return text(known);
  for (const { pattern, key } of patterns) {
    const groups = pattern.exec(field)?.groups;
    if (groups) return text(key, { ...groups, number: Number(groups.index ?? 0) + 1 });
  }
  const item = /^settings\.fields\.(\d+)/.exec(field);
  if (item) return setField(node.settings.fields, Number(item[1])) ?? field;
  return field.replace(/^settings\./, '');
}

/** A step of Set fields names its fields by where they go. */
function setField(fields: Json | undefined, index: number): string | undefined {
  const one = Array.isArray(fields) ? fields[index] : undefined;
  return isJsonObject(one) && typeof one.path === 'string' ? one.path : undefined;
}

/** One side of a change in one line. `nameOf` gives the name of a step by its id. */
export function changedValue(
  { field, value }: { field: string; value: Json },
  text: Text,
  nameOf: (id: string) => string,
): string {
  if (field.startsWith('wires.') && Array.isArray(value)) {
    const names = value.map((id) => nameOf(String(id))).join(', ');
    return text('versions.value.leads', { names });
  }
  if (isJsonObject(value) && operatorIds.some((id) => id === value.operator))
    return conditionText(value, text);
  if (isJsonObject(value) && typeof value.path === 'string') return valueLine(value.value ?? null);
  return value === '' ? text('versions.value.empty') : valueLine(value);
}

function conditionText(row: { [key: string]: Json }, text: Text): string {
  const { left = '', right, not, caseInsensitive } = row;
  return conditionSentence(
    {
      left: valueLine(left),
      operator: row.operator as Operator,
      right: right === undefined ? null : valueLine(right),
      not: not === true,
      caseInsensitive: caseInsensitive === true,
    },
    text,
  );
}

const longest = 400;

function valueLine(value: Json): string {
  if (typeof value === 'string')
    return value.length > longest ? `${value.slice(0, longest)}…` : value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.join(', ') || '[ ]';
  }
  const whole = JSON.stringify(value);
  return whole.length <= longest ? whole : valueText(value, longest);
}

/** Both sides cut into what they share at both ends and what differs between, at whole words. */
export function differing(before: string, after: string): { start: number; end: number } {
  const [one, other] = [before.split(/(\s+)/), after.split(/(\s+)/)];
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  return {
    start: one.slice(0, head).join('').length,
    end: tail === 0 ? 0 : one.slice(-tail).join('').length,
  };
}

export function sidesOf({ before, after }: FieldChange): { side: 'was' | 'is'; value: Json }[] {
  return [
    ...(before === undefined ? [] : [{ side: 'was' as const, value: before }]),
    ...(after === undefined ? [] : [{ side: 'is' as const, value: after }]),
  ];
}
