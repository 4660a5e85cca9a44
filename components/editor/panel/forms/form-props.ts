import type { JsonObject } from '#lib/core/json.ts';

/** A step's settings as they stand, valid or not. `field` is what was typed in, for Undo. */
export type FormProps = {
  settings: JsonObject;
  onChange: (settings: JsonObject, field?: string) => void;
};
