-- The index of the catalogue search; see the migration of the same name for SQLite. Triggers keep it, so that no writer
-- can forget; they work on whole statements, because one counter row changed per row would grow a chain of dead versions.

-- Small letters, no diacritics or apostrophes, words separated by one space (src/circulation/search/fold.ts).
CREATE FUNCTION catalogue_fold(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(normalize(regexp_replace(lower(normalize(coalesce(raw, ''), NFD)),
    '[\u0300-\u036f\u064b-\u0652\u0670''`’‘ʻ]', '', 'g'), NFC),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'))
$$;
CREATE FUNCTION catalogue_words(title text, author text, subjects text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('simple'::regconfig, catalogue_fold(title)), 'A')
    || setweight(to_tsvector('simple'::regconfig, catalogue_fold(author)), 'B')
    || setweight(to_tsvector('simple'::regconfig, catalogue_fold(subjects)), 'C')
$$;

CREATE TABLE "TitleDoc" (
  "no" INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  "titleId" TEXT NOT NULL UNIQUE,
  "rawTitle" TEXT NOT NULL,
  "rawAuthor" TEXT NOT NULL,
  "rawSubjects" TEXT NOT NULL,
  "rawIsbn" TEXT,
  "copies" INTEGER NOT NULL DEFAULT 0,
  "popularity" INTEGER NOT NULL DEFAULT 0,
  "revision" INTEGER NOT NULL DEFAULT 0,
  "key" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (left(catalogue_fold("rawTitle"), 200)) STORED,
  "isbn" TEXT GENERATED ALWAYS AS (upper(replace(replace("rawIsbn", '-', ''), ' ', ''))) STORED,
  "words" TSVECTOR NOT NULL GENERATED ALWAYS AS (catalogue_words("rawTitle", "rawAuthor", "rawSubjects")) STORED
);
CREATE INDEX "TitleDoc_key" ON "TitleDoc"("key");
CREATE INDEX "TitleDoc_isbn" ON "TitleDoc"("isbn") WHERE "isbn" IS NOT NULL;
CREATE INDEX "TitleDoc_revision" ON "TitleDoc"("revision");
CREATE INDEX "TitleDoc_popularity" ON "TitleDoc"("popularity" DESC);
-- fastupdate off: a list of pending entries would be read through by every search until the next vacuum.
CREATE INDEX "TitleDoc_words" ON "TitleDoc" USING gin ("words") WITH (fastupdate = off);

CREATE TABLE "TitleRevision" ("id" INTEGER PRIMARY KEY, "revision" INTEGER NOT NULL, "removed" INTEGER NOT NULL);
INSERT INTO "TitleRevision" VALUES (1, 0, 0);

INSERT INTO "TitleDoc"("titleId", "rawTitle", "rawAuthor", "rawSubjects", "rawIsbn", "copies", "popularity")
  SELECT "id", "title", "author", "subjectsJson", "isbn",
    (SELECT count(*) FROM "Copy" WHERE "Copy"."titleId" = "Title"."id"),
    (SELECT count(*) FROM "Loan" WHERE "Loan"."titleId" = "Title"."id") + (SELECT count(*) FROM "Hold" WHERE "Hold"."titleId" = "Title"."id")
  FROM "Title";

CREATE FUNCTION catalogue_title_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next integer;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM fresh) THEN RETURN NULL; END IF;
  UPDATE "TitleRevision" SET "revision" = "revision" + 1 RETURNING "revision" INTO next;
  INSERT INTO "TitleDoc"("titleId", "rawTitle", "rawAuthor", "rawSubjects", "rawIsbn", "revision")
    SELECT "id", "title", "author", "subjectsJson", "isbn", next FROM fresh;
  RETURN NULL;
END $$;
CREATE FUNCTION catalogue_title_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE next integer;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM fresh) THEN RETURN NULL; END IF;
  UPDATE "TitleRevision" SET "revision" = "revision" + 1 RETURNING "revision" INTO next;
  UPDATE "TitleDoc" d SET "rawTitle" = f."title", "rawAuthor" = f."author", "rawSubjects" = f."subjectsJson",
    "rawIsbn" = f."isbn", "revision" = next
  FROM fresh f WHERE d."titleId" = f."id" AND
    (d."rawTitle", d."rawAuthor", d."rawSubjects", d."rawIsbn") IS DISTINCT FROM (f."title", f."author", f."subjectsJson", f."isbn");
  RETURN NULL;
END $$;
CREATE FUNCTION catalogue_title_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM gone) THEN RETURN NULL; END IF;
  UPDATE "TitleRevision" SET "removed" = "removed" + 1;
  DELETE FROM "TitleDoc" WHERE "titleId" IN (SELECT "id" FROM gone);
  RETURN NULL;
END $$;
CREATE FUNCTION catalogue_copies_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN UPDATE "TitleDoc" SET "copies" = "copies" - 1 WHERE "titleId" = OLD."titleId"; END IF;
  IF TG_OP <> 'DELETE' THEN UPDATE "TitleDoc" SET "copies" = "copies" + 1 WHERE "titleId" = NEW."titleId"; END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION catalogue_wanted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "TitleDoc" SET "popularity" = "popularity" + 1 WHERE "titleId" = NEW."titleId";
  RETURN NULL;
END $$;

CREATE TRIGGER "Title_search_inserted" AFTER INSERT ON "Title" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_title_inserted();
CREATE TRIGGER "Title_search_updated" AFTER UPDATE ON "Title" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_title_updated();
CREATE TRIGGER "Title_search_deleted" AFTER DELETE ON "Title" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION catalogue_title_deleted();
CREATE TRIGGER "Copy_search_inserted" AFTER INSERT ON "Copy" FOR EACH ROW EXECUTE FUNCTION catalogue_copies_changed();
CREATE TRIGGER "Copy_search_moved" AFTER UPDATE OF "titleId" ON "Copy" FOR EACH ROW
  WHEN (NEW."titleId" <> OLD."titleId") EXECUTE FUNCTION catalogue_copies_changed();
CREATE TRIGGER "Copy_search_deleted" AFTER DELETE ON "Copy" FOR EACH ROW EXECUTE FUNCTION catalogue_copies_changed();
CREATE TRIGGER "Loan_search_inserted" AFTER INSERT ON "Loan" FOR EACH ROW EXECUTE FUNCTION catalogue_wanted();
CREATE TRIGGER "Hold_search_inserted" AFTER INSERT ON "Hold" FOR EACH ROW EXECUTE FUNCTION catalogue_wanted();
