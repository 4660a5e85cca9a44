import { KeyRound, RefreshCw } from 'lucide-react';
import { headers } from 'next/headers';
import { CodeForm } from '#components/people/code-form.tsx';
import { Heading } from '#components/people/heading.tsx';
import { OwnerForm } from '#components/people/owner-form.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Note } from '#components/ui/note.tsx';
import { remaining } from '#lib/i18n/time.ts';
import { pageLook } from '#lib/web/page-look.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('page.start');

type Props = { searchParams: Promise<{ code?: string | string[] }> };

/** The first owner: by the printed link, or by the code typed here. */
export default async function StartPage({ searchParams }: Props) {
  const { code } = await searchParams;
  const { start } = getWiring().people;
  if (await start.hasOwner()) return <Claimed />;
  if (typeof code !== 'string' || code === '') return <AskForCode />;
  const ip = (await headers()).get('x-hookline-ip') ?? '';
  const checked = await start.checkCode({ code, ip });
  if (!checked.ok) {
    return checked.error.code === 'gone' ? (
      <Claimed />
    ) : (
      <AskForCode error={checked.error.detail} />
    );
  }
  return <MakeOwner code={code} until={checked.value.expiresAt} />;
}

async function MakeOwner({ code, until }: { code: string; until: Date }) {
  const { text } = await pageLook();
  const time = remaining(until, Date.now(), text.locale);
  return (
    <>
      <Heading title={text('start.title')}>{text('start.lead')}</Heading>
      <OwnerForm code={code} />
      <div className="mt-3.5">
        <Note icon={KeyRound}>{text('start.note', { time })}</Note>
      </div>
    </>
  );
}

async function AskForCode({ error }: { error?: string }) {
  const { text } = await pageLook();
  return (
    <>
      <Heading title={text('code.title')}>{text('code.lead')}</Heading>
      <CodeForm error={error} />
      <div className="mt-4.5 flex items-center justify-between gap-2 pb-1.5">
        <span className="font-medium text-meta text-text-2">{text('code.where')}</span>
        <span className="text-meta text-text-3">{text('code.where.place')}</span>
      </div>
      <PrintedBlock label={text('code.log.claim')} />
      <div className="mt-3.5">
        <Note icon={RefreshCw}>{text('code.gone')}</Note>
      </div>
    </>
  );
}

/** What the terminal shows, with the place of the code marked. */
function PrintedBlock({ label }: { label: string }) {
  return (
    <pre className="overflow-hidden rounded-sm bg-sunken px-3 py-2.5 font-mono text-meta text-text-2 leading-5 inset-ring inset-ring-line">
      <span className="text-text">Hookline is running.</span>
      {'\n\n'}
      {label}
      {'   …/start?code='}
      <mark className="-mx-0.5 rounded-xs bg-accent-soft px-1 py-px text-accent inset-ring inset-ring-accent-line">
        ········
      </mark>
    </pre>
  );
}

async function Claimed() {
  const { text } = await pageLook();
  return (
    <>
      <Heading title={text('claimed.title')}>{text('claimed.lead')}</Heading>
      <a href="/signin" className={`${buttonClass({ variant: 'primary', size: 'lg' })} mt-5`}>
        {text('claimed.action')}
      </a>
    </>
  );
}
