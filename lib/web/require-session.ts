import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getWiring } from '#lib/wiring.ts';

/** The signed-in person of a page, or undefined. */
export async function pageSession() {
  return getWiring().people.session.read(await headers());
}

/** Sends who isn't signed in to the page where they can be: the first owner's, or the sign-in. */
export async function requireSession() {
  const session = await pageSession();
  if (session) return session;
  const claimed = await getWiring().people.start.hasOwner();
  redirect(claimed ? '/signin' : '/start');
}
