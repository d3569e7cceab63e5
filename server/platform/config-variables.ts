interface Variable {
  /** What it is for, as `cli config print` and the documentation say it. */
  sentence: string
  fallback?: string
  /** What of it may not be shown: all of it, or the password inside an address. */
  secret?: 'all' | 'password'
}

/** Every variable of the environment that Shopdesk reads. */
export const configVariables: Record<ConfigVariable, Variable> = {
  PORT: { sentence: 'TCP port of the web server; 0 takes any free one.', fallback: '3000' },
  HOST: {
    sentence: 'Address the web server listens on; 127.0.0.1 keeps it to this machine.',
    fallback: '0.0.0.0',
  },
  DATA_DIR: {
    sentence: 'Folder with the uploaded files, the kept secret and, without DATABASE_URL, the database.',
    fallback: './data',
  },
  DATABASE_URL: {
    sentence: 'A PostgreSQL 18 of your own (postgres://user:password@host/name) instead of the embedded one.',
    secret: 'password',
  },
  DATABASE_POOL: { sentence: 'Most database connections that one process opens.', fallback: '16' },
  PUBLIC_URL: {
    sentence:
      'Where staff and customers reach Shopdesk (https://help.shop.example); stands in mails and links.',
  },
  TRUST_PROXY: {
    sentence:
      'Whom to believe about the address of a visitor: none, a number of proxies, or their addresses and networks.',
    fallback: 'none',
  },
  SMTP_URL: {
    sentence: 'Mail server for outgoing mail (smtps://user:password@host); without it no mail is sent.',
    secret: 'password',
  },
  MAIL_FROM: { sentence: 'Sender of outgoing mail, such as "Shop <help@shop.example>".' },
  FILES_MAX_BYTES: {
    sentence: 'Largest file that anyone may upload, in bytes.',
    fallback: String(20 * 1024 * 1024),
  },
  BUILD_SCREENS: {
    sentence:
      'Whether a start builds the screens when they are older than the source: yes, or no to serve them as they are.',
    fallback: 'yes',
  },
  LOG_LEVEL: {
    sentence: 'How much is logged: fatal, error, warn, info, debug, trace or silent.',
    fallback: 'info',
  },
  SECRET: {
    sentence:
      'Signs sign-ins and tokens; at least 32 characters, the same in every process. Unset: made once and kept in DATA_DIR/secret.',
    secret: 'all',
  },
}

export type ConfigVariable =
  | 'PORT'
  | 'HOST'
  | 'DATA_DIR'
  | 'DATABASE_URL'
  | 'DATABASE_POOL'
  | 'PUBLIC_URL'
  | 'TRUST_PROXY'
  | 'SMTP_URL'
  | 'MAIL_FROM'
  | 'FILES_MAX_BYTES'
  | 'BUILD_SCREENS'
  | 'LOG_LEVEL'
  | 'SECRET'
