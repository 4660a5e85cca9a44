'use client';

import { useEffect, useMemo, useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { parseJson } from '#lib/core/request/parse-json.ts';
import { exactNumbers } from './exact-numbers.ts';
import { repeatedKeys } from './repeated-keys.ts';
import type { LoadedBody } from './use-body.ts';

export type ShownBody = {
  /** What a run reads of it; undefined where that is plain text, or it couldn't be read. */
  value: Json | undefined;
  /** Keys that stand more than once in one object, by path. */
  repeated: ReadonlyMap<string, number>;
  /** Paths of texts that were numbers, too long to be kept as such. */
  exact: ReadonlySet<string>;
};

const nothing: ShownBody = { value: undefined, repeated: new Map(), exact: new Set() };

/** A body as a run reads it: JSON at once; forms, parts and XML as soon as their reader is there. */
export function useParsedBody(contentType: string | null, body: LoadedBody | null): ShownBody {
  const json = useMemo(() => jsonOf(body), [body]);
  const [other, setOther] = useState<{ body: LoadedBody; value: Json | undefined }>();
  useEffect(() => {
    if (!body?.whole || body.bytes.length === 0 || json) return;
    let gone = false;
    // Its own chunk: most bodies are JSON.
    void import('#lib/core/request/parse-body.ts').then(({ parseBody }) => {
      if (gone) return;
      const { state, value } = parseBody(contentType, body.bytes);
      setOther({ body, value: state === 'ok' && typeof value === 'object' ? value : undefined });
    });
    return () => {
      gone = true;
    };
  }, [body, json, contentType]);
  if (json) return json;
  return other && other.body === body ? { ...nothing, value: other.value } : nothing;
}

function jsonOf(body: LoadedBody | null): ShownBody | null {
  if (!body?.whole || body.bytes.length === 0) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes);
    const value = parseJson(text);
    if (value === undefined) return null;
    return {
      value,
      repeated: repeatedKeys(text, 'body'),
      exact: exactNumbers(text, 'body'),
    };
  } catch {
    return null;
  }
}
