import type { Metadata } from 'next';
import { Heading } from '#components/people/heading.tsx';
import { buttonClass } from '#components/ui/button.tsx';
import { Logo } from '#components/ui/logo.tsx';
import { pageLook } from '#lib/web/page-look.ts';

export const metadata: Metadata = { title: 'Not found' };

export default async function NotFound() {
  const { text } = await pageLook();
  return (
    <main className="mx-auto flex min-h-dvh w-[360px] max-w-full flex-col justify-center px-4 pb-14">
      <Logo className="-ml-[5px] size-9" />
      <Heading title={text('missing.title')}>{text('missing.lead')}</Heading>
      <a href="/" className={`${buttonClass({ variant: 'primary', size: 'lg' })} mt-5`}>
        {text('missing.action')}
      </a>
    </main>
  );
}
