"""What must be true of the lines of a workbook; one module a subject. Every check yields findings."""
