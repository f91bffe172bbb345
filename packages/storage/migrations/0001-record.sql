-- Runs on PostgreSQL 15 and later and on PGlite. Every key starts with site_id, so that the tables can be
-- distributed by site, and row-level security shows a transaction the rows of its own site only.

do $$
begin
  if not exists (select from pg_roles where rolname = 'calcar_app') then
    create role calcar_app nologin;
  end if;
exception
  -- The role belongs to the server, not to the database: another database may be making it at this moment.
  when duplicate_object or unique_violation then null;
end
$$;

-- The account that signs in takes this role for the length of each transaction. A superuser may already;
-- anyone else is granted it. (Trying is the only question that PostgreSQL 15 and 16 answer alike.)
do $$
begin
  begin
    set local role calcar_app;
    reset role;
  exception
    when insufficient_privilege then execute format('grant calcar_app to %I', current_user);
  end;
end
$$;

grant usage on schema public to calcar_app;

-- The audit: one chain per site. The head is the row that writers of one site queue for.

create table audit_head (
  site_id  text   not null primary key,
  sequence bigint not null check (sequence >= 0),
  hash     text   not null check (hash ~ '^[0-9a-f]{64}$')
);

create table audit_link (
  site_id      text        not null,
  sequence     bigint      not null check (sequence > 0),
  at           timestamptz not null,
  actor        text        not null,
  act          text        not null,
  subject_kind text        not null,
  subject_id   text        not null,
  detail       json        not null,
  previous     text        not null check (previous ~ '^[0-9a-f]{64}$'),
  hash         text        not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (site_id, sequence)
);

create index audit_link_subject on audit_link (site_id, subject_kind, subject_id, sequence);

-- The record.

create table patient (
  site_id    text        not null,
  id         uuid        not null,
  pseudonym  text        not null check (pseudonym ~ '^[A-Za-z0-9][A-Za-z0-9-]{2,23}$'),
  created_at timestamptz not null,
  created_by text        not null,
  primary key (site_id, id)
);

-- The "C" collation: in a Turkish database lower('I') is another letter.
create unique index patient_pseudonym on patient (site_id, lower(pseudonym collate "C"));

create table hip (
  site_id    text        not null,
  id         uuid        not null,
  patient    uuid        not null,
  side       text        not null check (side in ('left', 'right')),
  created_at timestamptz not null,
  created_by text        not null,
  primary key (site_id, id),
  unique (site_id, patient, side),
  foreign key (site_id, patient) references patient (site_id, id)
);

-- What an evaluation holds now; how it came to that is in evaluation_event.
create table evaluation (
  site_id    text        not null,
  id         uuid        not null,
  hip        uuid        not null,
  version    integer     not null check (version > 0),
  as_of      date        not null,
  facts      json        not null,
  created_at timestamptz not null,
  created_by text        not null,
  updated_at timestamptz not null,
  updated_by text        not null,
  primary key (site_id, id),
  foreign key (site_id, hip) references hip (site_id, id)
);

create index evaluation_hip on evaluation (site_id, hip);
create index evaluation_touched on evaluation (site_id, updated_at);

-- One row for the opening of an evaluation (version 1) and one for each save.
create table evaluation_event (
  site_id    text        not null,
  evaluation uuid        not null,
  version    integer     not null check (version > 0),
  as_of      date        not null,
  set        json        not null,
  clear      json        not null,
  at         timestamptz not null,
  actor      text        not null,
  primary key (site_id, evaluation, version),
  foreign key (site_id, evaluation) references evaluation (site_id, id)
);

-- An answer as it was given, beside the facts it was given on.
create table answer (
  site_id        text        not null,
  id             uuid        not null,
  evaluation     uuid        not null,
  version        integer     not null,
  number         integer     not null check (number > 0), -- 1, 2, 3, ... within the evaluation
  as_of          date        not null,
  facts          json        not null,
  recommendation json        not null,
  knowledge      text        not null,
  at             timestamptz not null,
  actor          text        not null,
  primary key (site_id, id),
  unique (site_id, evaluation, number),
  foreign key (site_id, evaluation, version) references evaluation_event (site_id, evaluation, version)
);

-- What the app may do. History is written once: no update, no delete.

grant select, insert on audit_link, patient, hip, evaluation, evaluation_event, answer, audit_head to calcar_app;
grant update (sequence, hash) on audit_head to calcar_app;
grant update (version, as_of, facts, updated_at, updated_by) on evaluation to calcar_app;

do $$
declare
  name text;
begin
  foreach name in array array['audit_head', 'audit_link', 'patient', 'hip', 'evaluation', 'evaluation_event', 'answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_site on %I to calcar_app using (site_id = current_setting(''calcar.site'', true)) with check (site_id = current_setting(''calcar.site'', true))',
      name
    );
  end loop;
end
$$;
