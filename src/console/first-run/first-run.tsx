import { Entrance } from '../session/entrance.tsx';

/** The first page of an empty system. */
export function FirstRunPage() {
  return <Entrance title="首次启动">{null}</Entrance>;
}
