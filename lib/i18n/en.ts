import { anyPage } from './en/any-page.ts';
import { workScreens } from './en/work-screens.ts';

/** Every text that people see, in English. `{name}` stands for a value, `.one` and `.other` for counts. */
export const en = { ...anyPage, ...workScreens } as const;
