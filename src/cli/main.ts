import { exitStatus } from './command.ts';
import { dispatch } from './dispatch.ts';
import { processTerminal } from './terminal.ts';

// Whoever reads our output may stop early (`| head`): that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const terminal = processTerminal();
try {
  process.exitCode = await dispatch(process.argv.slice(2), terminal);
} catch (error) {
  // A bug of ours must not look like a finding in somebody's report, which status 1 means.
  terminal.tell('程序出错，请把下面的内容发给开发者：');
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = exitStatus.unread;
}
