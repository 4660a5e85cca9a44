import { AccountSettings } from '#components/settings/account/account-settings.tsx';
import { pageTitle } from '#lib/web/page-title.ts';
import { requireSession } from '#lib/web/require-session.ts';

export const generateMetadata = pageTitle('settings.account');

export default async function AccountPage() {
  await requireSession();
  return <AccountSettings />;
}
