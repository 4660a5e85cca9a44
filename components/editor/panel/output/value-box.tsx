import type { Json } from '#lib/core/json.ts';

/** A value in full, in its own scroll. */
export function ValueBox({ value }: { value: Json }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
      className="max-h-72 overflow-auto rounded-sm bg-sunken p-2 font-mono text-meta"
    >
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
