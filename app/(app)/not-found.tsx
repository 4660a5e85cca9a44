import { MissingPage } from '#components/notices/missing-page.tsx';

/** Inside the shell: the way to other pages stays. */
export default function AppNotFound() {
  return <MissingPage />;
}
