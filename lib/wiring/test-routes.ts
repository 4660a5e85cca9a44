import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { ApiCall } from '#lib/web/api-route.ts';

export type RouteHandler = ((
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>) &
  Partial<Pick<ApiCall, 'contract'>>;
export type RouteFile = {
  file: string;
  /** As contracts write it: `/api/v1/workflows/{id}`. */
  route: string;
  load(): Promise<Record<string, RouteHandler>>;
};

/** The route files below `app/api`, as Next finds them. */
export function routeFiles(folder = 'app/api'): RouteFile[] {
  const root = path.resolve(folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => {
      const full = path.join(root, file);
      const segments = path.dirname(file).replaceAll('[', '{').replaceAll(']', '}');
      return { file: full, route: `/api/${segments}`, load: () => import(full) };
    });
}

/** The file that answers a path: fixed segments go before open ones, `{...rest}` takes what is left. */
export function matchRoute(
  files: readonly RouteFile[],
  pathname: string,
): { file: RouteFile; params: Record<string, string> } {
  const found = files
    .flatMap((file) => {
      const params = paramsOf(file.route, pathname);
      return params ? [{ file, params }] : [];
    })
    .sort((left, right) => openness(left.file) - openness(right.file))[0];
  if (!found) throw new Error(`No route file answers ${pathname}.`);
  return found;
}

function paramsOf(route: string, pathname: string): Record<string, string> | null {
  const names: string[] = [];
  const pattern = route.replaceAll(/\{(\.\.\.)?(\w+)\}/g, (_, rest: string, name: string) => {
    names.push(name);
    return rest ? '(.+)' : '([^/]+)';
  });
  const found = new RegExp(`^${pattern}$`).exec(pathname);
  if (!found) return null;
  return Object.fromEntries(
    names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]),
  );
}

function openness({ route }: RouteFile): number {
  return route.includes('{...') ? 100 : route.split('{').length;
}
