-- Accounts, sign-in and sessions. Tables of the sign-in library under our own names; every key starts with
-- site_id, which the transaction knows, so that a statement of the library need not name it.

create schema auth;
grant usage on schema auth to calcar_app;

create table auth.person (
  site_id        text        not null default current_setting('calcar.site'),
  id             text        not null,
  name           text        not null,
  email          text        not null,
  email_verified boolean     not null,
  image          text,
  role           text        not null check (role in ('clinician', 'administrator')),
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  primary key (site_id, id),
  unique (site_id, email)
);

-- How a person proves to be that person: one row for each way. A password is kept as its scrypt hash.
create table auth.credential (
  site_id                  text        not null default current_setting('calcar.site'),
  id                       text        not null,
  person                   text        not null,
  account_id               text        not null,
  provider_id              text        not null,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  primary key (site_id, id),
  unique (site_id, provider_id, account_id),
  foreign key (site_id, person) references auth.person (site_id, id)
);

create index credential_person on auth.credential (site_id, person);

create table auth.session (
  site_id    text        not null default current_setting('calcar.site'),
  id         text        not null,
  person     text        not null,
  token      text        not null,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, token),
  foreign key (site_id, person) references auth.person (site_id, id)
);

create index session_person on auth.session (site_id, person);

-- The one-time link that opens the first account. The token itself is shown once, on the console, and kept nowhere.
create table auth.welcome (
  site_id    text        not null primary key default current_setting('calcar.site'),
  token_hash text        not null check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

grant select, insert, update on auth.person, auth.credential, auth.welcome to calcar_app;
grant select, insert, update, delete on auth.session to calcar_app;

do $$
declare
  name text;
begin
  foreach name in array array['person', 'credential', 'session', 'welcome'] loop
    execute format('alter table auth.%I enable row level security', name);
    execute format('alter table auth.%I force row level security', name);
    execute format(
      'create policy own_site on auth.%I to calcar_app using (site_id = current_setting(''calcar.site'', true)) with check (site_id = current_setting(''calcar.site'', true))',
      name
    );
  end loop;
end
$$;
