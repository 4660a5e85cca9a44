import { redirect } from 'next/navigation';

type Props = { params: Promise<{ id: string }> };

/** The settings are a pane over the endpoint's requests. */
export default async function EndpointSettingsPage({ params }: Props) {
  const { id } = await params;
  redirect(`/endpoints/${encodeURIComponent(id)}?settings`);
}
