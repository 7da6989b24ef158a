<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Cache</name>
    <message numerus="yes">
        <source>It was set aside and is fetched anew; %n unsent change(s) were kept.</source>
        <translation>
            <numerusform>It was set aside and is fetched anew; %n unsent change was kept.</numerusform>
            <numerusform>It was set aside and is fetched anew; %n unsent changes were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>That was too fast. Try again in %n second(s).</source>
        <translation>
            <numerusform>That was too fast. Try again in %n second.</numerusform>
            <numerusform>That was too fast. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotificationText</name>
    <message numerus="yes">
        <source>%1 sent you %n messages</source>
        <translation>
            <numerusform>%1 sent you %n message</numerusform>
            <numerusform>%1 sent you %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and others mentioned you %n times in %2</source>
        <translation>
            <numerusform>%1 and others mentioned you %n time in %2</numerusform>
            <numerusform>%1 and others mentioned you %n times in %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replies to you, the last by %1</source>
        <translation>
            <numerusform>%n reply to you, the last by %1</numerusform>
            <numerusform>%n replies to you, the last by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reactions to your message, the last by %1</source>
        <translation>
            <numerusform>%n reaction to your message, the last by %1</numerusform>
            <numerusform>%n reactions to your message, the last by %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages in %1, the last by %2</source>
        <translation>
            <numerusform>%n message in %1, the last by %2</numerusform>
            <numerusform>%n messages in %1, the last by %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresenceText</name>
    <message numerus="yes">
        <source>Last seen %n minute(s) ago</source>
        <translation>
            <numerusform>Last seen %n minute ago</numerusform>
            <numerusform>Last seen %n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s) of you</source>
        <translation>
            <numerusform>%n mention of you</numerusform>
            <numerusform>%n mentions of you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoomNotices</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::AccountMenu</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::CatalogPage</name>
    <message numerus="yes">
        <source>%Ln product(s)</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln product(s)</source>
        <translation>
            <numerusform>%1 of %Ln product</numerusform>
            <numerusform>%1 of %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::ClientApp</name>
    <message numerus="yes">
        <source>%n change(s) not sent yet will be lost.</source>
        <translation>
            <numerusform>%n change not sent yet will be lost.</numerusform>
            <numerusform>%n changes not sent yet will be lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) are only here and will be lost, too.</source>
        <translation>
            <numerusform>%n draft is only here and will be lost, too.</numerusform>
            <numerusform>%n drafts are only here and will be lost, too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::ConnectionBanner</name>
    <message numerus="yes">
        <source>Offline, trying again in %n s</source>
        <translation>
            <numerusform>Offline, trying again in %n s</numerusform>
            <numerusform>Offline, trying again in %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Trying again in %n s</source>
        <translation>
            <numerusform>Trying again in %n s</numerusform>
            <numerusform>Trying again in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::ExportDialog</name>
    <message numerus="yes">
        <source>%n message(s) written</source>
        <translation>
            <numerusform>%n message written</numerusform>
            <numerusform>%n messages written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::FilePreviewDialog</name>
    <message numerus="yes">
        <source>Send %n file(s)</source>
        <translation>
            <numerusform>Send %n file</numerusform>
            <numerusform>Send %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::JumpButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::ProductForm</name>
    <message numerus="yes">
        <source>At most %n character(s).</source>
        <translation>
            <numerusform>At most %n character.</numerusform>
            <numerusform>At most %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::RoomHeader</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::RoomPane</name>
    <message numerus="yes">
        <source>A message carries %n file(s) at most.</source>
        <translation>
            <numerusform>A message carries %n file at most.</numerusform>
            <numerusform>A message carries %n files at most.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forward %n message(s)…</source>
        <translation>
            <numerusform>Forward %n message…</numerusform>
            <numerusform>Forward %n messages…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::SearchPane</name>
    <message numerus="yes">
        <source>Look for %n words at most.</source>
        <translation>
            <numerusform>Look for %n word at most.</numerusform>
            <numerusform>Look for %n words at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::ServerPane</name>
    <message numerus="yes">
        <source>%n online</source>
        <translation>
            <numerusform>%n online</numerusform>
            <numerusform>%n online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::SignInForm</name>
    <message numerus="yes">
        <source>The password needs at least %n character(s).</source>
        <translation>
            <numerusform>The password needs at least %n character.</numerusform>
            <numerusform>The password needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::StrandedDialog</name>
    <message numerus="yes">
        <source>%n message(s) could not be sent</source>
        <translation>
            <numerusform>%n message could not be sent</numerusform>
            <numerusform>%n messages could not be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::TimelineView</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::Tray</name>
    <message numerus="yes">
        <source>Rialto: %n unread</source>
        <translation>
            <numerusform>Rialto: %n unread</numerusform>
            <numerusform>Rialto: %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rialto::TypingBook</name>
    <message numerus="yes">
        <source>%1 and %n more are typing…</source>
        <translation>
            <numerusform>%1 and %n more are typing…</numerusform>
            <numerusform>%1 and %n more are typing…</numerusform>
        </translation>
    </message>
</context>
</TS>
