import { anyPage } from './ja/any-page.ts';
import { workScreens } from './ja/work-screens.ts';

/** The same texts in Japanese. */
export const ja = { ...anyPage, ...workScreens };
