import { PeopleSettings } from '#components/settings/people/people-settings.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('settings.people');

export default async function PeoplePage() {
  await requireSession();
  return <PeopleSettings />;
}
