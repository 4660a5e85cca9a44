import { MissingPage } from '#components/notices/missing-page.tsx';
import { pageTitle } from '#lib/web/page-title.ts';

export const generateMetadata = pageTitle('missing.title');

export default function NotFound() {
  return (
    <main>
      <MissingPage />
    </main>
  );
}
