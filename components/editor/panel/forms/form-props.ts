import type { JsonObject } from '#lib/core/json.ts';

/** A step's settings as they stand, valid or not. */
export type FormProps = {
  settings: JsonObject;
  onChange: (settings: JsonObject) => void;
};
