'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ComponentProps } from 'react';
import { isEditor } from './places.ts';

/** A link of the navigation: a real page change where the editor may hold what isn't saved. */
export function PlaceLink({ href, ...rest }: ComponentProps<'a'> & { href: string }) {
  return isEditor(usePathname()) ? <a href={href} {...rest} /> : <Link href={href} {...rest} />;
}
