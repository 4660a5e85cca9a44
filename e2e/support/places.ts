import type { Page } from '@playwright/test';
import type { TextKey } from '#lib/i18n/text.ts';
import { button, heading, type Place } from './place.ts';

/** Before the first workflow. */
export const emptyPlaces: readonly Place[] = [
  { name: 'Home, empty', path: '/', shows: heading('home.welcome') },
  { name: 'workflows, empty', path: '/workflows', shows: heading('workflows.empty.title') },
  { name: 'endpoints, empty', path: '/endpoints', shows: heading('endpoints.empty.title') },
  { name: 'connections, empty', path: '/connections', shows: heading('connections.empty.title') },
  {
    name: 'tokens, empty',
    path: '/settings/tokens',
    shows: heading('settings.tokens.empty.title'),
  },
  { name: 'a new workflow', path: '/workflows/new', shows: heading('workflows.new.title') },
];

export const signedOutPlaces: readonly Place[] = [
  { name: 'sign-in', path: '/signin', shows: heading('signin.title') },
  { name: 'a link that was used', path: '/start', shows: heading('claimed.title') },
  {
    name: 'an invitation that ended',
    path: '/invite?code=x',
    shows: heading('invite.ended.title'),
  },
];

export const places: readonly Place[] = [
  { name: 'Home', path: '/', shows: (page) => page.getByRole('link', { name: 'Nowhere' }).first() },
  {
    name: 'set-up',
    path: ({ newWorkflow }) => `/workflows/${newWorkflow}/setup`,
    shows: (page, text) => page.getByRole('button', { name: text('setup.url.copy') }),
  },
  ...workflowLists(),
  ...oneWorkflow(),
  ...runs(),
  ...inspector(),
  ...endpoints(),
  ...settings(),
  ...everywhere(),
];

function workflowLists(): Place[] {
  const row: Place['shows'] = (page) => page.getByRole('row', { name: /Watched tickets/ });
  return [
    { name: 'workflows', path: '/workflows', shows: row },
    {
      name: 'workflows, some ticked',
      path: '/workflows',
      open: (page, text) => page.getByLabel(text('workflows.tick.all')).check(),
      shows: (page) => page.getByRole('toolbar'),
    },
    {
      name: 'workflows, menu open',
      path: '/workflows',
      open: (page, text) =>
        button(page, text('workflows.menu', { name: 'Watched tickets' })).click(),
      shows: (page, text) => page.getByRole('menuitem', { name: text('workflows.menu.duplicate') }),
    },
    {
      name: 'workflows, none fits',
      path: '/workflows?q=zzz',
      shows: (page, text) => page.getByText(text('workflows.none.title')),
    },
  ];
}

function oneWorkflow(): Place[] {
  const step = (page: Page) => page.getByRole('group', { name: /^Is it urgent/ }).first();
  return [
    { name: 'editor', path: ({ workflow }) => `/workflows/${workflow}`, shows: step },
    {
      name: 'editor, a step open',
      path: ({ workflow }) => `/workflows/${workflow}`,
      open: (page) => step(page).click(),
      shows: (page, text) => page.getByRole('region', { name: text('panel.region') }),
    },
    {
      name: 'editor, publishing',
      path: ({ newWorkflow }) => `/workflows/${newWorkflow}`,
      open: (page, text) => button(page, text('editor.publish')).click(),
      shows: (page) => page.getByRole('dialog'),
    },
    {
      name: 'versions',
      path: ({ workflow }) => `/workflows/${workflow}/versions`,
      shows: (page, text) => page.getByText(text('versions.keys')),
    },
    {
      name: 'requests of a workflow',
      path: ({ workflow }) => `/workflows/${workflow}/requests`,
      shows: (page) => page.getByRole('row').nth(1),
    },
  ];
}

function runs(): Place[] {
  return [
    { name: 'runs', path: '/runs', shows: (page) => page.getByRole('row').nth(2) },
    {
      name: 'runs, none fits',
      path: '/runs?status=cancelled',
      shows: (page, text) => page.getByText(text('runs.none')),
    },
    {
      name: 'a run that failed',
      path: ({ failedRun }) => `/runs/${failedRun}`,
      shows: (page, text) => page.getByRole('complementary', { name: text('runs.step') }),
    },
  ];
}

function inspector(): Place[] {
  const tab = (name: string, key: string): Place => ({
    name: `a request, ${name}`,
    path: ({ ran }) => `/requests/${ran}`,
    follows: true,
    open: async (page) => {
      await page.getByRole('tab').first().waitFor();
      await page.keyboard.press(key);
    },
    shows: (page, text) =>
      page.getByRole('tab', {
        name: text(`inspector.tab.${name}` as TextKey),
        selected: true,
      }),
  });
  return [
    { name: 'requests', path: '/requests', shows: (page) => page.getByRole('row').nth(3) },
    {
      name: 'requests, none fits',
      path: '/requests?q=zzz',
      shows: (page, text) => page.getByText(text('inspector.noneTitle')),
    },
    {
      name: 'a rejected request',
      path: ({ rejected }) => `/requests/${rejected}`,
      open: (page) => page.getByRole('tab').nth(4).click(),
      shows: (page, text) => page.getByText(text('inspector.do.secret')),
    },
    ...['body', 'headers', 'query', 'raw', 'verification', 'runs', 'timing'].map((name, at) =>
      tab(name, String(at + 1)),
    ),
    {
      name: 'edit and replay',
      path: ({ ran }) => `/requests/${ran}?edit=1`,
      shows: (page, text) => button(page, text('inspector.undoAll')),
    },
  ];
}

function endpoints(): Place[] {
  return [
    {
      name: 'endpoints',
      path: '/endpoints',
      shows: (page) => page.getByRole('row', { name: /octocat/ }),
    },
    {
      name: 'a new endpoint',
      path: '/endpoints',
      open: (page, text) => button(page, text('endpoints.new')).click(),
      shows: (page) => page.getByRole('dialog'),
    },
    {
      name: 'endpoint settings',
      path: ({ endpoint }) => `/endpoints?settings=${endpoint}`,
      shows: (page) => page.getByRole('dialog').getByRole('switch').first(),
    },
    {
      name: 'requests of an endpoint',
      path: ({ endpoint }) => `/endpoints/${endpoint}`,
      shows: (page) => page.getByRole('row').nth(1),
    },
    {
      name: 'connections',
      path: '/connections',
      shows: (page) => page.getByRole('row', { name: /Desk/ }),
    },
    {
      name: 'a new connection',
      path: '/connections',
      open: (page, text) => button(page, text('connections.new')).click(),
      shows: (page) => page.getByRole('dialog'),
    },
  ];
}

function settings(): Place[] {
  return [
    {
      name: 'account',
      path: '/settings/account',
      shows: (page, text) => page.getByLabel(text('settings.account.password.new')),
    },
    {
      name: 'workspace',
      path: '/settings/workspace',
      shows: (page, text) => page.getByLabel(text('settings.workspace.name')),
    },
    {
      name: 'people',
      path: '/settings/people',
      shows: (page, text) => button(page, text('settings.people.invite')),
    },
    {
      name: 'inviting',
      path: '/settings/people',
      open: (page, text) => button(page, text('settings.people.invite')).click(),
      shows: (page) => page.getByRole('dialog'),
    },
    { name: 'tokens', path: '/settings/tokens', shows: (page) => page.getByText('Provisioning') },
    {
      name: 'a new token',
      path: '/settings/tokens',
      open: (page, text) => button(page, text('settings.tokens.new')).click(),
      shows: (page) => page.getByRole('dialog'),
    },
    {
      name: 'security log',
      path: '/settings/audit',
      shows: (page) => page.getByRole('row').nth(2),
    },
  ];
}

function everywhere(): Place[] {
  return [
    { name: 'an address that leads nowhere', path: '/runs/x', shows: heading('missing.title') },
    {
      name: 'a page that broke',
      path: '/connections',
      open: async (page) => {
        await page.route('**/api/v1/connections?*', (route) =>
          route.fulfill({ json: { items: [null], nextCursor: null } }),
        );
        await page.reload();
      },
      shows: heading('error.title'),
    },
    {
      name: 'a list whose server is away',
      path: '/connections',
      open: async (page) => {
        await page.route('**/api/v1/connections?*', (route) => route.fulfill({ status: 503 }));
        await page.reload();
      },
      shows: (page, text) => page.getByText(text('ui.loadFailed')),
    },
    {
      name: 'command palette',
      path: '/workflows',
      open: async (page, text) => {
        // A page that has read its rows hears keys.
        await page.getByRole('row').nth(1).waitFor();
        await page.keyboard.press('ControlOrMeta+k');
        await page.getByRole('combobox', { name: text('shell.search') }).fill('w');
      },
      shows: (page) => page.getByRole('dialog').getByRole('option').first(),
    },
    {
      name: 'list of keys',
      path: '/workflows',
      open: async (page) => {
        await page.getByRole('row').nth(1).waitFor();
        await page.keyboard.press('?');
      },
      shows: (page, text) => page.getByRole('dialog', { name: text('shell.keys') }),
    },
    {
      name: 'account menu',
      path: '/settings/account',
      open: (page, text) =>
        page
          .getByRole('button', { name: new RegExp(text('shell.account', { name: '.*' })) })
          .click(),
      shows: (page, text) => page.getByRole('menuitem', { name: text('signout.submit') }),
    },
  ];
}
