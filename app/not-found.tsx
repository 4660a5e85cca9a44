import { MissingPage } from '#components/notices/missing-page.tsx';
import { pageLook } from '#lib/web/page-look.ts';
import { pageTitle } from '#lib/web/page-title.ts';

export const generateMetadata = pageTitle('missing.title');

export default async function NotFound() {
  const { text } = await pageLook();
  return (
    <main>
      <MissingPage text={text} />
    </main>
  );
}
