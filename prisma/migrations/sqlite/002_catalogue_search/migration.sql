-- The index of the catalogue search. Triggers keep it, so that no writer can forget. What the triggers of one table do
-- touches only "TitleDoc": a later migration may rebuild any table of the model, but must then create that table's
-- triggers again (a test counts them).

-- One row a title: the text as it is searched (small letters, no diacritics or apostrophes; src/circulation/search/fold.ts
-- folds the words of a question the same way), and what ranks it.
CREATE TABLE "TitleDoc" (
  "no" INTEGER PRIMARY KEY AUTOINCREMENT,
  "titleId" TEXT NOT NULL UNIQUE,
  "rawTitle" TEXT NOT NULL,
  "rawAuthor" TEXT NOT NULL,
  "rawSubjects" TEXT NOT NULL,
  "rawIsbn" TEXT,
  "copies" INTEGER NOT NULL DEFAULT 0,
  "popularity" INTEGER NOT NULL DEFAULT 0,
  "revision" INTEGER NOT NULL DEFAULT 0,
  "key" TEXT NOT NULL GENERATED ALWAYS AS (substr(CASE
    WHEN "rawTitle" NOT GLOB '*[^a-zA-Z0-9 ]*' THEN trim(replace(replace(replace(lower("rawTitle"), '  ', ' '), '  ', ' '), '  ', ' '))
    WHEN length(CAST("rawTitle" AS BLOB)) = length("rawTitle") THEN trim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower("rawTitle"), '''', ''), '`', ''), '’', ''), '‘', ''), 'ʻ', ''), '.', ' '), ',', ' '), ':', ' '), ';', ' '), '!', ' '), '?', ' '), '-', ' '), '/', ' '), '\', ' '), '(', ' '), ')', ' '), '[', ' '), ']', ' '), '{', ' '), '}', ' '), '"', ' '), '&', ' '), '+', ' '), '*', ' '), '=', ' '), '_', ' '), '#', ' '), '%', ' '), '@', ' '), '<', ' '), '>', ' '), '|', ' '), '~', ' '), '^', ' '), '$', ' '), '–', ' '), '—', ' '), '“', ' '), '”', ' '), '…', ' '), '«', ' '), '»', ' '), '·', ' '), '  ', ' '), '  ', ' '), '  ', ' '))
    ELSE trim(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower("rawTitle"), char(1611), ''), char(1612), ''), char(1613), ''), char(1614), ''), char(1615), ''), char(1616), ''), char(1617), ''), char(1618), ''), char(1648), ''), 'á', 'a'), 'à', 'a'), 'â', 'a'), 'ä', 'a'), 'ã', 'a'), 'å', 'a'), 'ā', 'a'), 'ă', 'a'), 'Á', 'a'), 'À', 'a'), 'Â', 'a'), 'Ä', 'a'), 'Ã', 'a'), 'Å', 'a'), 'Ā', 'a'), 'Ă', 'a'), 'é', 'e'), 'è', 'e'), 'ê', 'e'), 'ë', 'e'), 'ē', 'e'), 'ĕ', 'e'), 'ě', 'e'), 'É', 'e'), 'È', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ē', 'e'), 'Ĕ', 'e'), 'Ě', 'e'), 'í', 'i'), 'ì', 'i'), 'î', 'i'), 'ï', 'i'), 'ī', 'i'), 'ĭ', 'i'), 'Í', 'i'), 'Ì', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ī', 'i'), 'Ĭ', 'i'), 'ó', 'o'), 'ò', 'o'), 'ô', 'o'), 'ö', 'o'), 'õ', 'o'), 'ō', 'o'), 'ŏ', 'o'), 'Ó', 'o'), 'Ò', 'o'), 'Ô', 'o'), 'Ö', 'o'), 'Õ', 'o'), 'Ō', 'o'), 'Ŏ', 'o'), 'ú', 'u'), 'ù', 'u'), 'û', 'u'), 'ü', 'u'), 'ū', 'u'), 'ŭ', 'u'), 'Ú', 'u'), 'Ù', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ū', 'u'), 'Ŭ', 'u'), 'ñ', 'n'), 'ń', 'n'), 'Ñ', 'n'), 'Ń', 'n'), 'ç', 'c'), 'ć', 'c'), 'č', 'c'), 'Ç', 'c'), 'Ć', 'c'), 'Č', 'c'), 'ś', 's'), 'š', 's'), 'ş', 's'), 'Ś', 's'), 'Š', 's'), 'Ş', 's'), 'ź', 'z'), 'ž', 'z'), 'ż', 'z'), 'Ź', 'z'), 'Ž', 'z'), 'Ż', 'z'), 'ý', 'y'), 'ÿ', 'y'), 'Ý', 'y'), 'ḍ', 'd'), 'ď', 'd'), 'Ḍ', 'd'), 'Ď', 'd'), 'ḥ', 'h'), 'Ḥ', 'h'), 'ṭ', 't'), 'Ṭ', 't'), 'ğ', 'g'), 'Ğ', 'g'), 'ľ', 'l'), 'Ľ', 'l'), 'ř', 'r'), 'Ř', 'r'), char(768), ''), char(769), ''), char(770), ''), char(771), ''), char(776), ''), char(772), ''), char(803), ''), char(780), ''), '''', ''), '`', ''), '’', ''), '‘', ''), 'ʻ', ''), '.', ' '), ',', ' '), ':', ' '), ';', ' '), '!', ' '), '?', ' '), '-', ' '), '/', ' '), '\', ' '), '(', ' '), ')', ' '), '[', ' '), ']', ' '), '{', ' '), '}', ' '), '"', ' '), '&', ' '), '+', ' '), '*', ' '), '=', ' '), '_', ' '), '#', ' '), '%', ' '), '@', ' '), '<', ' '), '>', ' '), '|', ' '), '~', ' '), '^', ' '), '$', ' '), '–', ' '), '—', ' '), '“', ' '), '”', ' '), '…', ' '), '«', ' '), '»', ' '), '·', ' '), '  ', ' '), '  ', ' '), '  ', ' '))
  END, 1, 200)) STORED,
  "author" TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace("rawAuthor", '''', ''), '`', ''), '’', ''), '‘', ''), 'ʻ', '')) STORED,
  "subjects" TEXT NOT NULL GENERATED ALWAYS AS (replace(replace(replace(replace(replace("rawSubjects", '''', ''), '`', ''), '’', ''), '‘', ''), 'ʻ', '')) STORED,
  "isbn" TEXT GENERATED ALWAYS AS (upper(replace(replace("rawIsbn", '-', ''), ' ', ''))) STORED
);
CREATE INDEX "TitleDoc_key" ON "TitleDoc"("key");
CREATE INDEX "TitleDoc_isbn" ON "TitleDoc"("isbn") WHERE "isbn" IS NOT NULL;
CREATE INDEX "TitleDoc_revision" ON "TitleDoc"("revision");
CREATE INDEX "TitleDoc_popularity" ON "TitleDoc"("popularity" DESC);

-- How many changes there have been: readers look here for what is new to them.
CREATE TABLE "TitleRevision" ("id" INTEGER PRIMARY KEY, "revision" INTEGER NOT NULL, "removed" INTEGER NOT NULL);
INSERT INTO "TitleRevision" VALUES (1, 0, 0);

CREATE VIRTUAL TABLE "TitleWords" USING fts5(
  "key", "author", "subjects", content='TitleDoc', content_rowid='no', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE "TitleVocabulary" USING fts5vocab('TitleWords', 'col');

CREATE TRIGGER "TitleDoc_inserted" AFTER INSERT ON "TitleDoc" BEGIN
  INSERT INTO "TitleWords"(rowid, "key", "author", "subjects") VALUES (NEW."no", NEW."key", NEW."author", NEW."subjects");
END;
CREATE TRIGGER "TitleDoc_updated" AFTER UPDATE OF "rawTitle", "rawAuthor", "rawSubjects" ON "TitleDoc" BEGIN
  INSERT INTO "TitleWords"("TitleWords", rowid, "key", "author", "subjects")
    VALUES ('delete', OLD."no", OLD."key", OLD."author", OLD."subjects");
  INSERT INTO "TitleWords"(rowid, "key", "author", "subjects") VALUES (NEW."no", NEW."key", NEW."author", NEW."subjects");
END;
CREATE TRIGGER "TitleDoc_deleted" AFTER DELETE ON "TitleDoc" BEGIN
  INSERT INTO "TitleWords"("TitleWords", rowid, "key", "author", "subjects")
    VALUES ('delete', OLD."no", OLD."key", OLD."author", OLD."subjects");
END;

INSERT INTO "TitleDoc"("titleId", "rawTitle", "rawAuthor", "rawSubjects", "rawIsbn", "copies", "popularity")
  SELECT "id", "title", "author", "subjectsJson", "isbn",
    (SELECT count(*) FROM "Copy" WHERE "Copy"."titleId" = "Title"."id"),
    (SELECT count(*) FROM "Loan" WHERE "Loan"."titleId" = "Title"."id") + (SELECT count(*) FROM "Hold" WHERE "Hold"."titleId" = "Title"."id")
  FROM "Title";

-- An INSERT OR REPLACE fires no delete trigger: the old row may still be here.
CREATE TRIGGER "Title_search_inserted" AFTER INSERT ON "Title" BEGIN
  UPDATE "TitleRevision" SET "revision" = "revision" + 1 WHERE "id" = 1;
  INSERT INTO "TitleDoc"("titleId", "rawTitle", "rawAuthor", "rawSubjects", "rawIsbn", "revision")
    VALUES (NEW."id", NEW."title", NEW."author", NEW."subjectsJson", NEW."isbn", (SELECT "revision" FROM "TitleRevision" WHERE "id" = 1))
    ON CONFLICT("titleId") DO UPDATE SET "rawTitle" = excluded."rawTitle", "rawAuthor" = excluded."rawAuthor",
      "rawSubjects" = excluded."rawSubjects", "rawIsbn" = excluded."rawIsbn", "revision" = excluded."revision";
END;
CREATE TRIGGER "Title_search_updated" AFTER UPDATE OF "id", "title", "author", "subjectsJson", "isbn" ON "Title" BEGIN
  UPDATE "TitleRevision" SET "revision" = "revision" + 1;
  UPDATE "TitleDoc" SET "titleId" = NEW."id", "rawTitle" = NEW."title", "rawAuthor" = NEW."author", "rawSubjects" = NEW."subjectsJson",
    "rawIsbn" = NEW."isbn", "revision" = (SELECT "revision" FROM "TitleRevision") WHERE "titleId" = OLD."id";
END;
CREATE TRIGGER "Title_search_deleted" AFTER DELETE ON "Title" BEGIN
  UPDATE "TitleRevision" SET "removed" = "removed" + 1;
  DELETE FROM "TitleDoc" WHERE "titleId" = OLD."id";
END;

CREATE TRIGGER "Copy_search_inserted" AFTER INSERT ON "Copy" BEGIN
  UPDATE "TitleDoc" SET "copies" = "copies" + 1 WHERE "titleId" = NEW."titleId";
END;
CREATE TRIGGER "Copy_search_moved" AFTER UPDATE OF "titleId" ON "Copy" WHEN NEW."titleId" <> OLD."titleId" BEGIN
  UPDATE "TitleDoc" SET "copies" = "copies" - 1 WHERE "titleId" = OLD."titleId";
  UPDATE "TitleDoc" SET "copies" = "copies" + 1 WHERE "titleId" = NEW."titleId";
END;
CREATE TRIGGER "Copy_search_deleted" AFTER DELETE ON "Copy" BEGIN
  UPDATE "TitleDoc" SET "copies" = "copies" - 1 WHERE "titleId" = OLD."titleId";
END;
-- Loans and holds that are deleted later (retention) have still been made.
CREATE TRIGGER "Loan_search_inserted" AFTER INSERT ON "Loan" BEGIN
  UPDATE "TitleDoc" SET "popularity" = "popularity" + 1 WHERE "titleId" = NEW."titleId";
END;
CREATE TRIGGER "Hold_search_inserted" AFTER INSERT ON "Hold" BEGIN
  UPDATE "TitleDoc" SET "popularity" = "popularity" + 1 WHERE "titleId" = NEW."titleId";
END;
