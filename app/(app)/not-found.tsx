import { MissingPage } from '#components/notices/missing-page.tsx';
import { pageLook } from '#lib/web/page-look.ts';

/** Inside the shell: the way to other pages stays. */
export default async function AppNotFound() {
  return <MissingPage text={(await pageLook()).text} />;
}
