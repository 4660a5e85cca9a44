'use client';

import { LoaderCircle } from 'lucide-react';
import { useLinkStatus } from 'next/link';
import { Icon } from '../ui/icon.tsx';
import { placeIcons } from './place-icons.ts';
import type { PlaceId } from './places.ts';

/** The icon of the link it stands in, which turns while the page is on its way. */
export function PlaceIcon({ id, size = 16 }: { id: PlaceId; size?: 16 | 20 }) {
  const { pending } = useLinkStatus();
  if (!pending) return <Icon icon={placeIcons[id]} size={size} />;
  return <Icon icon={LoaderCircle} size={size} className="motion-safe:animate-spin" />;
}
