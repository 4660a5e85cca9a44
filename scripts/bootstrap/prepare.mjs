import { arePagesBuilt, buildPages, isClientMade, makeClient } from './build.mjs';
import { underLock } from './lock.mjs';
import { arePackagesInstalled, installPackages } from './packages.mjs';

/** Brings the folder to where it can run: packages, database client and, if wanted, the pages. */
export async function prepare({ pages, distFolder }) {
  const isReady = () =>
    arePackagesInstalled() && isClientMade() && (!pages || arePagesBuilt(distFolder));
  if (isReady()) return;
  await underLock(async () => {
    if (!arePackagesInstalled()) await installPackages();
    if (!isClientMade()) await makeClient();
    if (pages && !arePagesBuilt(distFolder)) await buildPages(distFolder);
  });
}
