const widths = ['wide', 'rail'] as const;
export type SidebarWidth = (typeof widths)[number];
export const sidebarCookie = 'hookline.sidebar';

/** What this person chose; null: each page as it suits it. */
export function sidebarWidthOf(value: string | undefined): SidebarWidth | null {
  return widths.find((width) => width === value) ?? null;
}
