'use client';

import { useEffect } from 'react';
import { Heading } from '#components/people/heading.tsx';
import { useText } from '#components/text.tsx';
import { Button } from '#components/ui/button.tsx';
import { Logo } from '#components/ui/logo.tsx';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A bug in a page. The digest names the line in the server's log. */
export default function ErrorPage({ error, reset }: Props) {
  const text = useText();
  useEffect(() => {
    document.title = `${text('error.title')} · Hookline`;
  }, [text]);
  return (
    <main className="mx-auto flex min-h-dvh w-[360px] max-w-full flex-col justify-center px-4 pb-14">
      <Logo className="-ml-[5px] size-9" />
      <Heading title={text('error.title')}>
        {text('error.lead', { digest: error.digest ?? error.name })}
      </Heading>
      <Button variant="primary" size="lg" className="mt-5" onClick={reset}>
        {text('error.again')}
      </Button>
    </main>
  );
}
