import type { Result } from '../kernel/result.ts';
import { keyFolderIn } from '../platform/config/data-folder.ts';
import type { Config } from '../platform/config/index.ts';
import { type KeyRing, openKeyRing } from '../platform/crypto/index.ts';

/** The keys of this installation. */
export const openRing = (config: Config): Result<KeyRing> =>
  openKeyRing({
    folder: keyFolderIn(config.dataFolder),
    environmentKeys: config.sealingKeys.keys,
    now: new Date(),
  });
