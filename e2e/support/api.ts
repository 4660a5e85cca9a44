import { expect, type Page } from '@playwright/test';

export type Answer<Body> = { status: number; body: Body };

/** Calls as the page's own scripts do, with its session. `asked`: such as `GET /api/v1/runs`. */
export async function tryCall<Body>(
  page: Page,
  asked: string,
  body?: object,
): Promise<Answer<Body>> {
  return await page.evaluate(
    async ([method, url, sent]) => {
      const answer = await fetch(url, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(sent && { body: sent }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    [...(asked.split(' ') as [string, string]), body && JSON.stringify(body)] as const,
  );
}

/** The body of a call that must go well. */
export async function call<Body>(page: Page, asked: string, sent?: object): Promise<Body> {
  const { status, body } = await tryCall<Body>(page, asked, sent);
  expect(status, `${asked}: ${JSON.stringify(body)}`).toBeLessThan(300);
  return body;
}
