import { plainText } from '#lib/core/expression/render.ts';
import type { Json } from '#lib/core/json.ts';
import { type Filling, filledFields } from './fill-fields.ts';
import type { HttpRequestSettings } from './settings.ts';

/** As sent, and as a person may see it. `type`: its content type. */
export type Body = { sent: string | null; shown: Json; type: string | null };

export function contentType({ type }: Body): Record<string, string> {
  return type === null ? {} : { 'content-type': type };
}

export function bodyOf(body: HttpRequestSettings['body'], filling: Filling): Body {
  const { templates, scope, warnings } = filling;
  switch (body.type) {
    case 'none':
      return { sent: null, shown: null, type: null };
    case 'json': {
      const value = templates.value(body.value, scope, warnings);
      const sent = JSON.stringify(value);
      return { sent, shown: sent.length > maxShown ? cut(sent) : value, type: 'application/json' };
    }
    case 'form': {
      const pairs = filledFields(body.fields, filling).map(([name, value]) => [
        name,
        plainText(value),
      ]);
      const sent = new URLSearchParams(pairs).toString();
      return { sent, shown: cut(sent), type: 'application/x-www-form-urlencoded' };
    }
    case 'raw': {
      const sent = templates.text(body.text, scope, warnings);
      const type = body.contentType ?? 'text/plain; charset=utf-8';
      return { sent, shown: cut(sent), type };
    }
  }
}

/** The sent body is kept with its step; a large one only as its head. */
const maxShown = 65_536;

function cut(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}
