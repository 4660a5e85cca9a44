'use client';

import type { Json, JsonObject } from '#lib/core/json.ts';
import { duration } from '#lib/i18n/quantity.ts';
import { useText } from '../text.tsx';
import { CodeView } from '../values/code-view.tsx';
import { JsonText } from '../values/json-text.tsx';
import { ValueView } from '../values/value-view.tsx';
import { RunStatus } from './run-status.tsx';
import type { RunStep } from './run-types.ts';

/** What an HTTP step sent, without its secrets, and what came back. */
export function HttpCall({ step }: { step: RunStep }) {
  const text = useText();
  const sent = objectOf(step.input);
  const answer = objectOf(step.output);
  return (
    <>
      {sent && (
        <section aria-label={text('runs.sent')} className="flex flex-col gap-1.5">
          <h3 className="font-semibold">{text('runs.sent')}</h3>
          <CodeView label={text('runs.sent')}>
            <span className="text-text">{textOf(sent.method)}</span> {textOf(sent.url)}
            {'\n'}
            <Headers headers={objectOf(sent.headers)} />
            <Body body={sent.body ?? null} />
          </CodeView>
        </section>
      )}
      {answer && <Answer answer={answer} failed={step.status === 'failed'} nodeId={step.nodeId} />}
      {!answer && step.error && <p className="text-meta text-text-3">{text('runs.noAnswer')}</p>}
    </>
  );
}

type AnswerProps = { answer: JsonObject; failed: boolean; nodeId: string };

function Answer({ answer, failed, nodeId }: AnswerProps) {
  const text = useText();
  const headers = objectOf(answer.headers);
  return (
    <section aria-label={text('runs.answer')} className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <h3 className="font-semibold">{text('runs.answer')}</h3>
        <RunStatus status={failed ? 'failed' : 'succeeded'} word={textOf(answer.status)} />
        <span className="flex-1" />
        {typeof answer.ms === 'number' && (
          <span className="text-meta text-text-3 tabular-nums">
            {text('runs.answerTook', { ms: duration(answer.ms, text.locale) })}
          </span>
        )}
      </div>
      {headers && (
        <details className="text-meta">
          <summary className="py-1 text-text-2">
            {text('runs.answerHeaders', { count: Object.keys(headers).length })}
          </summary>
          <CodeView label={text('runs.answerHeaders', { count: Object.keys(headers).length })}>
            <Headers headers={headers} />
          </CodeView>
        </details>
      )}
      <ValueView
        title={text('runs.answerBody')}
        root={`steps.${nodeId}.output.body`}
        value={answer.body ?? null}
      />
    </section>
  );
}

function Headers({ headers }: { headers: JsonObject | null }) {
  return Object.entries(headers ?? {}).map(([name, value]) => (
    <span key={name}>
      <span className="text-text-3">{name}:</span> {textOf(value)}
      {'\n'}
    </span>
  ));
}

function Body({ body }: { body: Json }) {
  if (body === null || body === '') return null;
  if (typeof body === 'string') return `\n${body}`;
  return (
    <>
      {'\n'}
      <JsonText>{JSON.stringify(body, null, 2)}</JsonText>
    </>
  );
}

function objectOf(value: Json | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
