import type { Transport } from './transport.ts';

/**
 * The settings of the embedded server: for one program on an office PC that does ten other things, with data that must
 * survive a power cut. The file is written anew at each start; what an operator adds to postgresql.conf below the line
 * that includes it, or sets with ALTER SYSTEM, counts more.
 */
export function postgresConfiguration(transport: Transport): string {
  const settings: Record<string, string | number> = {
    ...(transport.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: quoteItem(transport.folder), unix_socket_permissions: '0700' }
      : { listen_addresses: transport.host, port: transport.port, unix_socket_directories: '' }),
    max_connections: 50,
    password_encryption: 'scram-sha-256',

    // Nothing that was acknowledged is lost.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // After a crash everything is brought to the disk before it is read again: at one blow where the system can.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),

    // Little memory and few processes at rest. There is no standby.
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    max_wal_size: '512MB',
    min_wal_size: '80MB',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_worker_processes: 4,
    max_parallel_workers_per_gather: 0,
    autovacuum_max_workers: 2,
    io_method: 'sync',
    jit: 'off',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',

    // One file for each day of the week, begun anew when the day comes round again.
    logging_collector: 'on',
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: 0,
    log_truncate_on_rotation: 'on',
    // What the server has to say of itself. What it says of a statement (its text, the value that offends, the row that
    // is there already) is personal data: it goes to the program and into no file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: -1,
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_line_prefix: '%m [%p] ',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written by Gongkai at each start. Your own settings go into postgresql.conf, at its end.\n${lines.join('\n')}\n`;
}

/** One folder in a setting that takes several, separated by commas. */
const quoteItem = (path: string): string => `"${path.replaceAll('"', '""')}"`;
