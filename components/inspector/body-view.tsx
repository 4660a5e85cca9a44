'use client';

import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '#lib/core/json.ts';
import { bytes as byteText } from '#lib/i18n/quantity.ts';
import { textCount } from '#lib/i18n/text.ts';
import { useText } from '../text.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { CodeView } from '../values/code-view.tsx';
import { JsonText } from '../values/json-text.tsx';
import { useTreeCopies } from '../values/use-tree-copies.ts';
import type { TreeRow } from '../values/value-tree.ts';
import { ValueTreeView } from '../values/value-tree-view.tsx';
import { jsonInLines, jsonInOneLine } from './json-in-lines.ts';
import type { RequestFilter } from './request-filter.ts';
import type { RequestDetail } from './request-types.ts';
import type { BodyState, LoadedBody } from './use-body.ts';
import { type ShownBody, useParsedBody } from './use-parsed-body.ts';

/** More isn't drawn in one piece. */
const drawnChars = 65_536;

export type BodyViewProps = {
  request: RequestDetail;
  loaded: BodyState;
  onFilter(filter: RequestFilter): void;
};

/** A captured body. It is always text: nothing of it is ever run or drawn as a page. */
export function BodyView({ request, loaded, onFilter }: BodyViewProps) {
  const text = useText();
  const { body, failed, more } = loaded;
  const parsed = useParsedBody(request.contentType, body);
  const [view, setView] = useState<'tree' | 'pretty'>('tree');
  const [search, setSearch] = useState('');
  if (failed) return <Unread onAgain={more} />;
  if (!body) return null;
  if (body.bytes.length === 0) return <p className="p-4 text-text-3">{text('inspector.noBody')}</p>;
  const whole = new TextDecoder().decode(body.bytes);
  return (
    <>
      <div className="flex flex-none flex-wrap items-center gap-2 border-line border-b py-1.5 pr-2 pl-4">
        {parsed.value !== undefined && (
          <>
            <Segmented
              label={text('inspector.views')}
              value={view}
              onChange={setView}
              options={(['tree', 'pretty'] as const).map((value) => ({
                value,
                label: text(`values.${value}`),
              }))}
            />
            <input
              type="text"
              aria-label={text('inspector.find')}
              placeholder={text('inspector.find')}
              value={search}
              onChange={({ target }) => setSearch(target.value)}
              className="h-6 w-36 min-w-0 rounded-sm bg-input px-2 text-meta inset-ring inset-ring-line-field placeholder:text-text-3 max-sm:h-11"
            />
          </>
        )}
        <span className="flex-1" />
        {body.whole && (
          <CopyButton
            value={whole}
            label={text('inspector.copyBody')}
            copiedLabel={text('inspector.copied')}
          />
        )}
        <a
          href={`/api/v1/requests/${request.id}/body`}
          download
          className={buttonClass({ variant: 'ghost', size: 'sm' })}
        >
          <Icon icon={Download} size={14} />
          <span className="max-sm:sr-only">{text('inspector.download')}</span>
        </a>
      </div>
      <Notes request={request} body={body} parsed={parsed} onMore={more} />
      {parsed.value === undefined || view === 'pretty' ? (
        <Plain text={prettyText(parsed, whole)} />
      ) : (
        <Tree value={parsed.value} {...{ request, search, onFilter, parsed }} />
      )}
    </>
  );
}

type NotesProps = {
  request: RequestDetail;
  body: LoadedBody;
  parsed: ShownBody;
  onMore(): void;
};

/** What a person must know of what they see: parts of it are missing, or it isn't what it says. */
function Notes({ request, body, parsed, onMore }: NotesProps) {
  const text = useText();
  const { locale } = text;
  const { bodySize, bodyStored } = request;
  return (
    <div className="flex flex-none flex-col gap-1 px-4 text-meta text-wait not-empty:pt-2">
      {bodyStored < bodySize && (
        <p>
          {text('inspector.stored', {
            size: byteText(bodySize, locale),
            stored: byteText(bodyStored, locale),
          })}
        </p>
      )}
      {!body.whole && (
        <p className="flex flex-wrap items-center gap-2">
          {text('inspector.partly', {
            shown: byteText(body.bytes.length, locale),
            size: byteText(bodyStored, locale),
          })}
          <Button size="sm" onClick={onMore}>
            {text('inspector.loadAll')}
          </Button>
        </p>
      )}
      {request.parse === 'failed' && <p>{text('inspector.unparsed')}</p>}
      {parsed.repeated.size > 0 && (
        <p>
          {textCount(text, 'inspector.repeated', {
            count: parsed.repeated.size,
            paths: [...parsed.repeated.keys()].slice(0, 5).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

type TreeProps = Pick<BodyViewProps, 'request' | 'onFilter'> & {
  value: Json;
  search: string;
  parsed: ShownBody;
};

function Tree({ value, request, search, parsed, onFilter }: TreeProps) {
  const text = useText();
  const copies = useTreeCopies();
  const actionsOf = (row: TreeRow) => {
    const filter = filterOf(row.value, request);
    if (!filter) return copies(row);
    const act = () => onFilter(filter);
    return [...copies(row), { label: text('inspector.filterBy'), icon: 'filter' as const, act }];
  };
  const noteOf = ({ id }: TreeRow) => {
    const count = parsed.repeated.get(id);
    return count === undefined ? undefined : text('inspector.lastOf', { count });
  };
  return (
    <ValueTreeView
      root="body"
      label={text('inspector.tab.body')}
      {...{ value, search, actionsOf, noteOf }}
      isNumber={({ id }) => parsed.exact.has(id)}
    />
  );
}

/** Numbers too long for JavaScript stay as they are written. */
function prettyText({ value, exact }: ShownBody, whole: string): string {
  if (value === undefined) return whole;
  if (exact.size > 0) return jsonInLines(jsonInOneLine(whole, ''));
  return JSON.stringify(value, null, 2);
}

/** The API finds requests by their event and its id, not by any other value of a body. */
function filterOf(value: Json, { event }: RequestDetail): RequestFilter | null {
  if (typeof value !== 'string' || value === '') return null;
  if (value === event.type) return { event: value };
  return value === event.id ? { q: value } : null;
}

function Plain({ text: whole }: { text: string }) {
  const text = useText();
  return (
    <div className="p-4">
      <CodeView label={text('inspector.tab.body')}>
        <JsonText>{whole.slice(0, drawnChars)}</JsonText>
      </CodeView>
      {whole.length > drawnChars && (
        <p className="pt-2 text-meta text-text-3">{text('inspector.cut')}</p>
      )}
    </div>
  );
}

function Unread({ onAgain }: { onAgain(): void }) {
  const text = useText();
  return (
    <p role="alert" className="flex items-center gap-3 p-4 text-bad">
      {text('inspector.bodyFailed')}
      <Button size="sm" onClick={onAgain}>
        {text('inspector.again')}
      </Button>
    </p>
  );
}
