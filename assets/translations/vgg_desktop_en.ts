<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>CorrectionsPanel</name>
    <message numerus="yes">
        <source>%n correction(s), kept in corrections.csv beside the run. No picture is changed.</source>
        <translation>
            <numerusform>%n correction, kept in corrections.csv beside the run. No picture is changed.</numerusform>
            <numerusform>%n corrections, kept in corrections.csv beside the run. No picture is changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportCommands</name>
    <message numerus="yes">
        <source>%n result(s) written to {name}.</source>
        <translation>
            <numerusform>%n result written to {name}.</numerusform>
            <numerusform>%n results written to {name}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) fit no class of this model and are left out: {names}.</source>
        <translation>
            <numerusform>%n folder fits no class of this model and is left out: {names}.</numerusform>
            <numerusform>%n folders fit no class of this model and are left out: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read.</source>
        <translation>
            <numerusform>%n picture could not be read.</numerusform>
            <numerusform>%n pictures could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FolderFlow</name>
    <message numerus="yes">
        <source>%n could not be read · Show</source>
        <translation>
            <numerusform>%n could not be read · Show</numerusform>
            <numerusform>%n could not be read · Show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) classified</source>
        <translation>
            <numerusform>%n picture classified</numerusform>
            <numerusform>%n pictures classified</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MovesDialog</name>
    <message numerus="yes">
        <source>Move %n file(s)</source>
        <translation>
            <numerusform>Move %n file</numerusform>
            <numerusform>Move %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>%n file(s) moved.</source>
        <translation>
            <numerusform>%n file moved.</numerusform>
            <numerusform>%n files moved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) moved back.</source>
        <translation>
            <numerusform>%n file moved back.</numerusform>
            <numerusform>%n files moved back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message numerus="yes">
        <source>%n setting(s) need a look.</source>
        <translation>
            <numerusform>%n setting needs a look.</numerusform>
            <numerusform>%n settings need a look.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n class(es)</source>
        <translation>
            <numerusform>in %n class</numerusform>
            <numerusform>in %n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunNotice</name>
    <message numerus="yes">
        <source>%n line(s) of this run&apos;s log could not be read and were skipped.</source>
        <translation>
            <numerusform>%n line of this run&apos;s log could not be read and was skipped.</numerusform>
            <numerusform>%n lines of this run&apos;s log could not be read and were skipped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScheduleView</name>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message numerus="yes">
        <source>%n more run(s)</source>
        <translation>
            <numerusform>%n more run</numerusform>
            <numerusform>%n more runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>The built-in model knows %n everyday thing(s).</source>
        <translation>
            <numerusform>The built-in model knows %n everyday thing.</numerusform>
            <numerusform>The built-in model knows %n everyday things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This model knows %n class(es).</source>
        <translation>
            <numerusform>This model knows %n class.</numerusform>
            <numerusform>This model knows %n classes.</numerusform>
        </translation>
    </message>
</context>
</TS>
