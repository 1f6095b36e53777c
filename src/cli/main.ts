import { dispatch } from './dispatch.ts';
import { processTerminal } from './terminal.ts';

// Whoever reads our output may stop early (`| head`): that is no error of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await dispatch(process.argv.slice(2), processTerminal());
