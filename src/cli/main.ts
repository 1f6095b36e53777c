import { exitStatus } from './command.ts';
import { dispatch } from './dispatch.ts';
import { processTerminal } from './terminal.ts';

const terminal = processTerminal();

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop early (`| head`): that is no error of ours.
    if (code === 'EPIPE') process.exit();
    // A result that is only half there must not look whole, nor like a finding, which status 1 means.
    if (stream === process.stdout) {
      terminal.tell(`结果没有写完（${code === 'ENOSPC' ? '磁盘空间不足' : (code ?? message)}），已写出的部分不完整。`);
    }
    process.exit(exitStatus.unread);
  });
}

try {
  process.exitCode = await dispatch(process.argv.slice(2), terminal);
} catch (error) {
  // A bug of ours must not look like a finding in somebody's report, which status 1 means.
  terminal.tell('程序出错，请把下面的内容发给开发者：');
  terminal.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = exitStatus.unread;
}
