import { ShieldCheck } from 'lucide-react';
import { redirect } from 'next/navigation';
import { Heading } from '#components/people/heading.tsx';
import { SignInForm } from '#components/people/sign-in-form.tsx';
import { Note } from '#components/ui/note.tsx';
import type { Text } from '#lib/i18n/text.ts';
import { pageLook } from '#lib/web/page-look.ts';
import { pageTitle } from '#lib/web/page-title.ts';
import { pageSession } from '#lib/web/require-session.ts';
import { getWiring } from '#lib/wiring.ts';

export const generateMetadata = pageTitle('signin.title');

export default async function SignInPage() {
  const { start } = getWiring().people;
  if (await pageSession()) redirect('/');
  if (!(await start.hasOwner())) redirect('/start');
  const { text } = await pageLook();
  const workspace = (await start.firstWorkspace())?.name ?? '';
  return (
    <>
      <Heading title={text('signin.title')}>{text('signin.lead', { workspace })}</Heading>
      <SignInForm />
      <div className="mt-3.5 flex flex-col gap-3.5">
        <Note icon={ShieldCheck}>{text('signin.note')}</Note>
        <Forgotten text={text} />
      </div>
    </>
  );
}

function Forgotten({ text }: { text: Text }) {
  return (
    <details className="text-meta">
      <summary className="w-fit rounded-xs font-medium text-accent hover:underline">
        {text('signin.forgot')}
      </summary>
      <p className="mt-1.5 text-text-2">{text('signin.forgot.owner')}</p>
      <p className="mt-1.5 text-text-2">{text('signin.forgot.last')}</p>
    </details>
  );
}
