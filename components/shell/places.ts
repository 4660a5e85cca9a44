import type { TextKey } from '#lib/i18n/text.ts';

/** A page of the navigation. `key` goes there after G. */
export type Place = { id: string; href: string; label: TextKey; key: string; under: RegExp };

/** In the order in which they stand. */
export const places = [
  { id: 'home', href: '/', label: 'shell.nav.home', key: 'H', under: /^\/$/ },
  {
    id: 'workflows',
    href: '/workflows',
    label: 'shell.nav.workflows',
    key: 'W',
    under: /^\/workflows/,
  },
  {
    id: 'requests',
    href: '/requests',
    label: 'shell.nav.requests',
    key: 'R',
    under: /^\/requests/,
  },
  { id: 'runs', href: '/runs', label: 'shell.nav.runs', key: 'U', under: /^\/runs/ },
  {
    id: 'endpoints',
    href: '/endpoints',
    label: 'shell.nav.endpoints',
    key: 'E',
    under: /^\/endpoints/,
  },
  {
    id: 'connections',
    href: '/connections',
    label: 'shell.nav.connections',
    key: 'C',
    under: /^\/connections/,
  },
  {
    id: 'settings',
    href: '/settings/people',
    label: 'shell.nav.settings',
    key: 'S',
    under: /^\/settings/,
  },
] as const satisfies readonly Place[];

export type PlaceId = (typeof places)[number]['id'];

const dense = /^\/(requests|workflows\/(?!new$)[^/]+|endpoints\/[^/]+|runs\/[^/]+)/;

/** Work screens need the room: there the sidebar is a rail. */
export function isDense(pathname: string): boolean {
  return dense.test(pathname);
}

/** It may hold what isn't saved yet: leaving it is a real page change, which the browser asks about. */
export function isEditor(pathname: string): boolean {
  return /^\/workflows\/(?!new$)[^/]+$/.test(pathname);
}
