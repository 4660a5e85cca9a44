import { isJsonObject, type Json, type JsonObject } from '#lib/core/json.ts';

export type FieldKind =
  | 'choice'
  | 'switch'
  | 'number'
  | 'number_or_template'
  | 'text'
  | 'pairs'
  | 'json';

/** Which control a property of a JSON Schema is set by. What nothing else fits is any JSON. */
export function fieldKind(property: JsonObject): FieldKind {
  if (Array.isArray(property.enum)) return 'choice';
  if (property.type === 'boolean') return 'switch';
  if (isNumber(property)) return 'number';
  if (property.type === 'string') return 'text';
  if (Array.isArray(property.anyOf)) {
    const numbers = property.anyOf.some(isNumber);
    const texts = property.anyOf.some((one) => isJsonObject(one) && one.type === 'string');
    if (numbers && texts && property.anyOf.length === 2) return 'number_or_template';
  }
  const members = property.additionalProperties;
  return isJsonObject(members) && members.type === 'string' ? 'pairs' : 'json';
}

function isNumber(schema: Json): boolean {
  return isJsonObject(schema) && (schema.type === 'number' || schema.type === 'integer');
}
