-- The library of checked pages: advertising pages of anybody, as they were read and what was found in them then. No patient is in it.

create table library_page (
  site_id    text        not null,
  id         uuid        not null,
  title      text        not null check (length(title) between 1 and 200),
  address    text        check (length(address) between 1 and 2000),
  versions   integer     not null check (versions > 0), -- the number of the last one
  created_at timestamptz not null,
  created_by text        not null,
  primary key (site_id, id),
  unique (site_id, address)
);

-- One check of a page: `held` is the page as it was read and the findings, whole; the rest is what a list shows of it.
create table library_version (
  site_id    text        not null,
  page       uuid        not null,
  version    integer     not null check (version > 0),
  sentences  integer     not null check (sentences >= 0),
  errors     integer     not null check (errors >= 0),
  warnings   integer     not null check (warnings >= 0),
  notes      integer     not null check (notes >= 0),
  suppressed integer     not null check (suppressed >= 0),
  knowledge  text        not null, -- version of everything that was known
  rules      text        not null, -- version of the rules, words and cues alone
  at         timestamptz not null,
  actor      text        not null,
  digest     text        not null check (digest ~ '^[0-9a-f]{64}$'), -- of held
  held       json        not null,
  primary key (site_id, page, version),
  foreign key (site_id, page) references library_page (site_id, id) on delete cascade
);

-- A version is written once. It goes with its page, when the person who added the page deletes it.

grant select, insert, delete on library_page to calcar_app;
grant update (versions) on library_page to calcar_app;
grant select, insert on library_version to calcar_app;

do $$
declare
  name text;
begin
  foreach name in array array['library_page', 'library_version'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_site on %I to calcar_app using (site_id = current_setting(''calcar.site'', true)) with check (site_id = current_setting(''calcar.site'', true))',
      name
    );
  end loop;
end
$$;
