-- AlterTable
ALTER TABLE "Patron" ADD COLUMN     "address" TEXT,
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "suspendedBecauseJson" TEXT;

-- AlterTable
ALTER TABLE "Loan" ADD COLUMN     "caseOn" TEXT;

-- AlterTable
ALTER TABLE "Fine" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'late',
ADD COLUMN     "settledAt" TEXT;

-- CreateTable
CREATE TABLE "DeskAct" (
    "id" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "changesJson" TEXT NOT NULL,
    "titleJson" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "undoneAt" TEXT,

    CONSTRAINT "DeskAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "countsJson" TEXT NOT NULL,
    "startedAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "finishedAt" TEXT,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DeskAct_staffId_at_idx" ON "DeskAct"("staffId", "at");
