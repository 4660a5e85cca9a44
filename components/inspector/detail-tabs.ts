/** In the order of the keys 1 to 7. */
export const detailTabs = [
  'body',
  'headers',
  'query',
  'raw',
  'verification',
  'runs',
  'timing',
] as const;
export type DetailTab = (typeof detailTabs)[number];
